import { ChannelChange } from "@/lib/core/notifications/channel";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { changeChannel, removeChannel } from "@/lib/services/notifications/change-channels";

export const PATCH = handle<{ channelId: string }>("settings:write", ANYWHERE, async ({ request, params, actor }) =>
  json(await changeChannel(params.channelId, parseOrThrow(ChannelChange, await jsonBody(request)), actor)),
);

export const DELETE = handle<{ channelId: string }>("settings:write", ANYWHERE, async ({ params, actor }) =>
  json(await removeChannel(params.channelId, actor)),
);
