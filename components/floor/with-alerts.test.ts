import { expect, test } from "vitest";
import { english } from "@/lib/core/text";
import type { Look } from "./views/look";
import { withAlerts } from "./with-alerts";

const look = { sentence: "Birch, free", trouble: { severity: "minor", count: 3 } } as Look;

test.each([
  [1, "Birch, free, 1 open alert: warning"],
  [2, "Birch, free, 2 open alerts, the gravest: warning"],
])("%d open alerts take the place of troubles, with where they lead", (count, sentence) => {
  expect(withAlerts(look, { id: "7", count, severity: "warning" }, "occupancy", english)).toEqual({
    ...{ sentence, trouble: { severity: "major", count }, alertId: "7" },
  });
});

test("nothing open, or a view that is about something else: as it was", () => {
  expect(withAlerts(look, undefined, "occupancy", english)).toBe(look);
  expect(withAlerts(look, { id: "7", count: 1, severity: "critical" }, "utilization", english)).toBe(look);
});
