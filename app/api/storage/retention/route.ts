import { Retention } from "@/lib/core/storage";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { changeRetention } from "@/lib/services/storage/read-storage";

/** How long deliveries, readings and figures are kept. */
export const PUT = handle("settings:write", ANYWHERE, async ({ request, actor }) =>
  json(await changeRetention(parseOrThrow(Retention, await jsonBody(request)), actor)),
);
