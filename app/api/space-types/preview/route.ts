import { FusionPreviewQuery } from "@/lib/core/fusion-preview";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { previewFusion } from "@/lib/services/space-types/preview-fusion";

/** What the last 24 hours of a space would have been by other rules. */
export const POST = handle("settings:write", ANYWHERE, async ({ request, actor }) =>
  json(await previewFusion(parseOrThrow(FusionPreviewQuery, await jsonBody(request)), actor)),
);
