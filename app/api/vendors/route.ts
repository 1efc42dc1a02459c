import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { vendorsView } from "@/lib/runtime/vendors-view";
import { listVendors } from "@/lib/services/vendors/read-vendors";

/** Every vendor: the address to give them, which secrets are set (never the secrets), the last event, refusals. */
export const GET = handle("vendor:configure", ANYWHERE, async ({ request }) =>
  json(await listVendors(vendorsView(request.headers))),
);
