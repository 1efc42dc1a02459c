import { ThresholdChange } from "@/lib/core/threshold";
import { listThresholds } from "@/lib/db/threshold-repository";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { changeThreshold } from "@/lib/services/thresholds/change-threshold";

/** Limits of the air that somebody set: everywhere, and within the caller's sites. */
export const GET = handle("space:read", ANYWHERE, async ({ actor }) =>
  json({ items: await listThresholds(actor.sites) }),
);

/** What counts where nobody said anything else. */
export const PUT = handle("settings:write", ANYWHERE, async ({ request, actor }) => {
  const change = parseOrThrow(ThresholdChange, await jsonBody(request));
  committedHere(await changeThreshold(null, change, actor));
  return json({});
});
