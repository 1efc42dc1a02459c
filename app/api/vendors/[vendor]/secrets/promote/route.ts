import { handle, json } from "@/lib/http/handle";
import { vendorOrThrow } from "@/lib/http/vendor-params";
import { ANYWHERE } from "@/lib/http/where";
import { vendorsView } from "@/lib/runtime/vendors-view";
import { promoteSecret } from "@/lib/services/vendors/change-secrets";
import { readVendor } from "@/lib/services/vendors/read-vendors";

/** The next secret becomes the primary one; the old one is refused from now on. */
export const POST = handle<{ vendor: string }>("vendor:configure", ANYWHERE, async ({ request, params, actor }) => {
  const vendor = vendorOrThrow(params.vendor);
  const view = vendorsView(request.headers);
  await promoteSecret(vendor, actor, view);
  return json(await readVendor(vendor, view));
});
