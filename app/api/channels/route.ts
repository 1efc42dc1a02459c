import { ChannelDraft } from "@/lib/core/notifications/channel";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { addChannel, readChannels } from "@/lib/services/notifications/change-channels";

/** The ways by which notifications leave, without their secrets. */
export const GET = handle("settings:read", ANYWHERE, async () => json(await readChannels()));

/** Makes a channel. */
export const POST = handle("settings:write", ANYWHERE, async ({ request, actor }) =>
  json(await addChannel(parseOrThrow(ChannelDraft, await jsonBody(request)), actor)),
);
