import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { removeBrowser } from "@/lib/services/notifications/own-notifications";

export const DELETE = handle<{ browserId: string }>("account:write", ANYWHERE, async ({ params, actor }) =>
  json(await removeBrowser(params.browserId, actor)),
);
