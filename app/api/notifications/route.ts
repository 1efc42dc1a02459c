import { NotificationQuery } from "@/lib/core/notifications/delivery";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { listNotifications } from "@/lib/services/notifications/read-log";

/** What was sent, and what came of it. */
export const GET = handle("rule:write", ANYWHERE, async ({ request, actor }) =>
  json(await listNotifications(parseOrThrow(NotificationQuery, query(request)), actor)),
);
