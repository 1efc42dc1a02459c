import { KioskDraft } from "@/lib/core/kiosk";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { addKiosk, readKiosks } from "@/lib/services/kiosks/change-kiosks";

/** The paired screens of the caller's sites. */
export const GET = handle("space:write", ANYWHERE, async ({ actor }) => json(await readKiosks(actor)));

/** Pairs the screen that shows a code. */
export const POST = handle("space:write", ANYWHERE, async ({ request, actor }) =>
  json(await addKiosk(parseOrThrow(KioskDraft, await jsonBody(request)), actor)),
);
