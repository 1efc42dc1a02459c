import { Wishes } from "@/lib/core/notifications/preference";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { changeWishes, readOwnNotifications } from "@/lib/services/notifications/own-notifications";

/** What one is told of, and how. */
export const GET = handle("account:write", ANYWHERE, async ({ actor }) => json(await readOwnNotifications(actor)));

export const PUT = handle("account:write", ANYWHERE, async ({ request, actor }) =>
  json(await changeWishes(parseOrThrow(Wishes, await jsonBody(request)), actor)),
);
