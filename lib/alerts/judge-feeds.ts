import "server-only";
import { causeOf } from "@/lib/core/alerts/cause";
import { type Condition, NOWHERE, type Suppression } from "@/lib/core/alerts/condition";
import { vendorSite } from "@/lib/core/alerts/vendor-wide";
import type { FeedHealth } from "@/lib/core/feed-health";
import { readAlertStates } from "@/lib/db/alerts/alert-states";
import { doubtVendor } from "@/lib/db/alerts/doubt";
import { floorsOfVendor } from "@/lib/db/alerts/vendor-sites";
import { readWays } from "@/lib/db/alerts/way-up";
import { type Judging, ruleAt } from "./judge-sources";
import { type Looked, look } from "./looked";
import { commonSuppression } from "./suppression";

/** A feed that is configured, and since when it is silent. */
export type FeedSilence = Pick<FeedHealth, "vendor" | "silentSince">;

/** Looks at the feeds. What a feed that went silent had open is not certain any more: the ids of those. */
export async function judgeFeeds(judging: Judging, feeds: readonly FeedSilence[], looked: Looked): Promise<string[]> {
  const { client, rules, now } = judging;
  const rule = ruleAt(rules, "feed-silent", null, now);
  const causes = feeds.map(({ vendor }) => causeOf.feed(vendor));
  const states = await readAlertStates(client, { sourceIds: [], spaceIds: [], causes });
  const doubted: string[] = [];
  for (const { vendor, silentSince } of feeds) {
    const known = states.get(causeOf.feed(vendor));
    if (!rule || silentSince === null) {
      if (known) look(known, { ended: rule ? "cleared" : "rule-off", at: now }, now, looked);
      continue;
    }
    const since = Date.parse(silentSince);
    const condition: Condition = {
      cause: causeOf.feed(vendor),
      kind: "feed-silent",
      code: "silent",
      severity: rule.severity,
      since,
      lastAt: since,
      count: 1,
      firesAt: since + rule.graceMs,
      text: null,
      value: null,
      threshold: null,
      ruleId: rule.id,
      sourceId: null,
      vendor,
      place: { ...NOWHERE, siteId: vendorSite(vendor) },
      suppression: await quietFor(judging, vendor),
    };
    const isNew = known === undefined || known.resolvedAt !== null;
    if (isNew && now >= condition.firesAt) doubted.push(...(await doubtVendor(client, vendor, new Date(now))));
    look(known, condition, now, looked);
  }
  return doubted;
}

/** A silent feed is kept quiet where every floor that it feeds is. */
async function quietFor(
  { client, suppressionOf, hasWindows }: Judging,
  vendor: FeedSilence["vendor"],
): Promise<Suppression | null> {
  if (!hasWindows) return null;
  const ways = await readWays(client, await floorsOfVendor(vendor, { read: client }));
  return commonSuppression([...ways.values()].map((way) => suppressionOf(way, null, "feed-silent")));
}
