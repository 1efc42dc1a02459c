import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { testChannel } from "@/lib/services/notifications/change-channels";

/** Sends a test and answers what the other side said. */
export const POST = handle<{ channelId: string }>("settings:write", ANYWHERE, async ({ params, actor }) =>
  json(await testChannel(params.channelId, actor)),
);
