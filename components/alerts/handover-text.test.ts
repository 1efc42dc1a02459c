import { expect, test } from "vitest";
import type { Handover } from "@/lib/core/alert-detail";
import { english } from "@/lib/core/text";
import { anAlert } from "@/lib/testing/wire-alert";
import type { Says } from "./alert-words";
import { handoverParts, handoverText } from "./handover-text";

const says: Says = { t: english, now: Date.parse("2026-11-17T18:30:00Z") };
const nothing: Handover = {
  at: "2026-11-17T08:12:00.000Z",
  now: "2026-11-17T18:30:00.000Z",
  opened: [],
  cleared: [],
  stillOpen: [],
  silentDevices: [],
  ghostRooms: [],
  changes: [],
};

test("two that opened and one that cleared are exactly three lines", () => {
  const parts = handoverParts(
    {
      ...nothing,
      opened: [
        anAlert({ id: "1" }),
        anAlert({ id: "2", title: { text: "Battery {value} %: desk W07", values: { value: 8 } } }),
      ],
      cleared: [anAlert({ id: "3", status: "resolved", resolvedAt: "2026-11-17T10:00:00.000Z" })],
    },
    says,
  );
  expect(parts.map(({ name, lines }) => [name, lines.map(({ time, text }) => `${time} ${text}`)])).toEqual([
    [
      "New",
      [
        "09:41 Focus 1: sensor offline · Level 1 · Riverside",
        "09:41 Battery 8 %: desk W07 · Focus 1 · Level 1 · Riverside",
      ],
    ],
    ["Cleared", ["10:00 Focus 1: sensor offline · Level 1 · Riverside"]],
  ]);
});

test("the text says the same, and that nothing happened when nothing did", () => {
  expect(handoverText(nothing, says)).toMatch(/^Alerts since .*\nNothing happened\.\n$/);
  expect(handoverText({ ...nothing, stillOpen: [anAlert()] }, says)).toMatch(
    /\n\nStill open \(1\)\n- 09:41 Focus 1: sensor offline · Level 1 · Riverside\n$/,
  );
});
