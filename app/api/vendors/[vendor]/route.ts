import { handle, json } from "@/lib/http/handle";
import { vendorOrThrow } from "@/lib/http/vendor-params";
import { ANYWHERE } from "@/lib/http/where";
import { vendorsView } from "@/lib/runtime/vendors-view";
import { readVendor } from "@/lib/services/vendors/read-vendors";

/** One vendor, with what its last event became. */
export const GET = handle<{ vendor: string }>("vendor:configure", ANYWHERE, async ({ request, params }) =>
  json(await readVendor(vendorOrThrow(params.vendor), vendorsView(request.headers))),
);
