import { SecretChange } from "@/lib/core/vendor";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { slotOrThrow, vendorOrThrow } from "@/lib/http/vendor-params";
import { ANYWHERE } from "@/lib/http/where";
import { vendorsView } from "@/lib/runtime/vendors-view";
import { removeSecret, setSecret } from "@/lib/services/vendors/change-secrets";
import { readVendor } from "@/lib/services/vendors/read-vendors";

type Params = { vendor: string; slot: string };

/** Sets a secret, which is accepted from now on and told to nobody. */
export const PUT = handle<Params>("vendor:configure", ANYWHERE, async ({ request, params, actor }) => {
  const [vendor, slot] = [vendorOrThrow(params.vendor), slotOrThrow(params.slot)];
  const { secret } = parseOrThrow(SecretChange, await jsonBody(request));
  const view = vendorsView(request.headers);
  await setSecret({ vendor, slot, secret }, actor, view);
  return json(await readVendor(vendor, view));
});

/** Takes a secret back: it is refused from now on. */
export const DELETE = handle<Params>("vendor:configure", ANYWHERE, async ({ request, params, actor }) => {
  const [vendor, slot] = [vendorOrThrow(params.vendor), slotOrThrow(params.slot)];
  const view = vendorsView(request.headers);
  await removeSecret({ vendor, slot }, actor, view);
  return json(await readVendor(vendor, view));
});
