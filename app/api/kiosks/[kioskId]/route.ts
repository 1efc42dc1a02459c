import { KioskChange } from "@/lib/core/kiosk";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ofKiosk } from "@/lib/http/where";
import { removeKiosk, updateKiosk } from "@/lib/services/kiosks/change-kiosks";

export const PATCH = handle<{ kioskId: string }>("space:write", ofKiosk, async ({ request, params, actor }) =>
  json(await updateKiosk(params.kioskId, parseOrThrow(KioskChange, await jsonBody(request)), actor)),
);

export const DELETE = handle<{ kioskId: string }>("space:write", ofKiosk, async ({ params, actor }) =>
  json(await removeKiosk(params.kioskId, actor)),
);
