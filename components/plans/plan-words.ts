import type { PlanOverview } from "@/lib/core/plan-overview";

const when = (iso: string, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(Date.parse(iso));

const by = (name: string | null) => (name === null ? "" : ` by ${name}`);

/** "Published 3 Nov 2026, 10:41 by Ada"; in the site's time. */
export function publishedWords({ published, floor }: PlanOverview): string {
  return published
    ? `Published ${when(published.at, floor.site.timeZone)}${by(published.by)}`
    : "No plan published: viewers see cards";
}

/** "Draft saved 3 Nov 2026, 10:41 by Ada"; null when nobody is working on it. */
export function draftWords({ draft, floor }: PlanOverview): string | null {
  if (!draft) return null;
  return draft.at === null
    ? "Draft not published yet"
    : `Draft saved ${when(draft.at, floor.site.timeZone)}${by(draft.by)}`;
}

/** "3 of 12 spaces are not on the plan"; null when all are, or there is no plan. */
export function missingWords({ published, spaces, notOnPlan }: PlanOverview): string | null {
  if (!published || notOnPlan === 0) return null;
  return `${notOnPlan} of ${spaces} ${spaces === 1 ? "space" : "spaces"} not on the plan`;
}
