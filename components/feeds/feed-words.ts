import { durationWords } from "@/components/space/source-words";
import type { FeedHealth } from "@/lib/core/feed-health";
import { intlLocale } from "@/lib/core/locale";
import type { Text } from "@/lib/core/text";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** "about 4 s": lags are counted in buckets. */
export function lagWords(ms: number | null, t: Text): string {
  if (ms === null) return "–";
  if (ms < SECOND_MS) return t("under 1 s");
  if (ms >= 6 * HOUR_MS) return t("6 h or more");
  return t("about {long}", { long: durationWords(ms, t) });
}

/** A share (0–1): "0 %" is said only when there was none. */
export function shareWords(share: number | null, t: Text): string {
  if (share === null) return "–";
  if (share > 0 && share < 0.01) return t("under 1 %");
  if (share < 1 && share > 0.99) return t("over 99 %");
  return `${Math.round(share * 100)} %`;
}

/** A rate per minute: "16", "2.4", "under 0.1". */
export function rateWords(perMinute: number, t: Text): string {
  if (perMinute > 0 && perMinute < 0.1)
    return t("under {number}", { number: (0.1).toLocaleString(intlLocale(t.locale)) });
  const rounded = perMinute < 10 ? Math.round(perMinute * 10) / 10 : Math.round(perMinute);
  return rounded.toLocaleString(intlLocale(t.locale), { useGrouping: false });
}

/** What there is to say about a feed, name by name. */
export function feedFacts(feed: FeedHealth, t: Text): readonly (readonly [name: string, value: string])[] {
  return [
    [t("Per minute"), rateWords(feed.perMinute, t)],
    [t("Lag, half within"), lagWords(feed.lagP50Ms, t)],
    [t("Lag, 95 % within"), lagWords(feed.lagP95Ms, t)],
    [t("Duplicates"), shareWords(feed.duplicatesShare, t)],
    [t("Rejected"), shareWords(feed.refusedShare, t)],
    [t("Quarantined, 24 h"), String(feed.quarantined)],
  ];
}
