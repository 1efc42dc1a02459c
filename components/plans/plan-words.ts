import { intlLocale } from "@/lib/core/locale";
import type { PlanOverview } from "@/lib/core/plan-overview";
import type { Text } from "@/lib/core/text";

const when = (iso: string, timeZone: string, t: Text) =>
  new Intl.DateTimeFormat(intlLocale(t.locale), {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(Date.parse(iso));

/** "Published 3 Nov 2026, 10:41 by Ada"; in the site's time. */
export function publishedWords({ published, floor }: PlanOverview, t: Text): string {
  if (!published) return t("No plan published: viewers see cards");
  const time = when(published.at, floor.site.timeZone, t);
  return published.by === null
    ? t("Published {time}", { time })
    : t("Published {time} by {name}", { time, name: published.by });
}

/** "Draft saved 3 Nov 2026, 10:41 by Ada"; null when nobody is working on it. */
export function draftWords({ draft, floor }: PlanOverview, t: Text): string | null {
  if (!draft) return null;
  if (draft.at === null) return t("Draft not published yet");
  const time = when(draft.at, floor.site.timeZone, t);
  return draft.by === null
    ? t("Draft saved {time}", { time })
    : t("Draft saved {time} by {name}", { time, name: draft.by });
}

/** "3 of 12 spaces are not on the plan"; null when all are, or there is no plan. */
export function missingWords({ published, spaces, notOnPlan }: PlanOverview, t: Text): string | null {
  if (!published || notOnPlan === 0) return null;
  return t("{missing} of {spaces, plural, one {# space} other {# spaces}} not on the plan", {
    missing: notOnPlan,
    spaces,
  });
}
