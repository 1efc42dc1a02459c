import { expect, test } from "vitest";
import type { PastEvent } from "@/lib/core/past-events";
import { english } from "@/lib/core/text";
import { eventWords } from "./past-event-words";

const nothing: PastEvent = {
  ...{ at: "2026-11-17T09:42:00.000Z", kind: "booking", spaceId: "1", space: "Oak" },
  ...{ severity: null, text: null, alert: null },
};
const title = { text: "CO₂ high: {place}", values: { place: "Oak" } };

test.each<[string, Partial<PastEvent>]>([
  ["10:42 Oak: a booking starts", {}],
  ["10:42 Oak: Offline", { kind: "trouble", text: "Offline" }],
  ["10:42 Oak: a count was corrected", { kind: "correction" }],
  ["10:42 CO₂ high: Oak, warning", { kind: "alert", alert: { id: "1", title, severity: "warning" } }],
  ["10:42 CO₂ high: Oak, critical", { kind: "alert", alert: { id: "1", title, severity: "critical" } }],
  ["10:42 over: CO₂ high: Oak", { kind: "alert-over", alert: { id: "1", title, severity: "critical" } }],
])("%s", (words, change) => {
  expect(eventWords({ ...nothing, ...change }, "Europe/Oslo", english)).toBe(words);
});
