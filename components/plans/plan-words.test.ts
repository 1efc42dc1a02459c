import { expect, test } from "vitest";
import type { PlanOverview } from "@/lib/core/plan-overview";
import { english } from "@/lib/core/text";
import { draftWords, missingWords, publishedWords } from "./plan-words";

const overview = (change: Partial<PlanOverview> = {}): PlanOverview => ({
  floor: {
    id: "1",
    name: "Level 1",
    building: { id: "2", name: "Alder House" },
    site: { id: "3", name: "Riverside", timeZone: "Europe/Oslo" },
  },
  published: null,
  draft: null,
  spaces: 12,
  notOnPlan: 12,
  thumbnail: null,
  ...change,
});
const AT = "2026-11-03T09:41:00.000Z";

test("who and when, in the site's time", () => {
  expect(publishedWords(overview({ published: { at: AT, by: "Ada" } }), english)).toBe(
    "Published 3 Nov 2026, 10:41 by Ada",
  );
  expect(publishedWords(overview({ published: { at: AT, by: null } }), english)).toBe("Published 3 Nov 2026, 10:41");
  expect(publishedWords(overview(), english)).toBe("No plan published: viewers see cards");
  expect(draftWords(overview({ draft: { at: AT, by: "Bo" } }), english)).toBe("Draft saved 3 Nov 2026, 10:41 by Bo");
  expect(draftWords(overview(), english)).toBeNull();
});

test("what viewers miss on a plan that is there", () => {
  const published = { at: AT, by: null };
  expect(missingWords(overview({ published, notOnPlan: 3 }), english)).toBe("3 of 12 spaces not on the plan");
  expect(missingWords(overview({ published, notOnPlan: 0 }), english)).toBeNull();
  expect(missingWords(overview(), english)).toBeNull();
});
