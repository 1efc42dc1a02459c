import { z } from "zod";
import { DeliveryDetail, DeliveryPage, DeliveryQuery, ReplayRequest, ReplayResult } from "@/lib/core/delivery";
import { SecretChange, VendorDetail, VendorList } from "@/lib/core/vendor";
import type { OperationGroup } from "./operation";

/** Zod cannot describe an object with a refinement across fields as a query; its fields can. */
const deliveryQuery = z.object(DeliveryQuery.shape);

export const vendorOperations: OperationGroup = {
  name: "Vendors",
  about: "Connecting vendors, and what they delivered.",
  operations: [
    {
      call: "post /api/webhooks/{vendor}",
      summary: "Where a vendor posts; it proves itself its own way (docs/vendors)",
      needs: null,
      body: z.unknown(),
      answer: z.object({
        status: z.enum(["stored", "duplicate", "unhandled", "quarantined"]),
        changed: z.boolean().optional(),
        type: z.string().optional(),
        issues: z.array(z.string()).optional(),
      }),
    },
    {
      call: "get /api/vendors",
      summary: "Every vendor with its light",
      needs: "vendor:configure",
      answer: VendorList,
    },
    {
      call: "get /api/vendors/{vendor}",
      summary: "One vendor, with a parsed sample of its last event",
      needs: "vendor:configure",
      answer: VendorDetail,
    },
    {
      call: "put /api/vendors/{vendor}/secrets/{slot}",
      summary: "Sets a secret, which is accepted from now on and told to nobody",
      needs: "vendor:configure",
      body: SecretChange,
      answer: VendorDetail,
    },
    {
      call: "delete /api/vendors/{vendor}/secrets/{slot}",
      summary: "Takes a secret back: it is refused from now on",
      needs: "vendor:configure",
      answer: VendorDetail,
    },
    {
      call: "post /api/vendors/{vendor}/secrets/promote",
      summary: "From now on only the next secret is good",
      needs: "vendor:configure",
      answer: VendorDetail,
      problems: ["conflict"],
    },
    {
      call: "get /api/deliveries",
      summary: "The delivery log, newest first, in pages",
      needs: "delivery:read",
      query: deliveryQuery,
      answer: DeliveryPage,
    },
    {
      call: "get /api/deliveries/{deliveryId}",
      summary: "One delivery with its redacted body and what became of it",
      needs: "delivery:read",
      answer: DeliveryDetail,
    },
    {
      call: "post /api/deliveries/{deliveryId}/replay",
      summary: "Judges a delivery anew; doing it twice changes nothing",
      needs: "delivery:replay",
      answer: ReplayResult,
    },
    {
      call: "post /api/deliveries/replay",
      summary: "Judges many deliveries anew",
      needs: "delivery:replay",
      body: ReplayRequest,
      answer: ReplayResult,
    },
  ],
};
