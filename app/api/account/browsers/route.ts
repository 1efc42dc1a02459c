import { BrowserDraft } from "@/lib/core/notifications/preference";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { addBrowser } from "@/lib/services/notifications/own-notifications";

/** This browser shows notifications from now on. */
export const POST = handle("account:write", ANYWHERE, async ({ request, actor }) =>
  json(await addBrowser(parseOrThrow(BrowserDraft, await jsonBody(request)), request.headers.get("user-agent"), actor)),
);
