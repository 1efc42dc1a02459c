// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { PastEvent } from "@/lib/core/past-events";
import { PastMarks } from "./PastMarks";

const DAY = { from: Date.parse("2026-11-17T00:00:00Z"), to: Date.parse("2026-11-18T00:00:00Z") };
const title = { text: "CO₂ high: {place}", values: { place: "Oak" } };
const about = { spaceId: "1", space: "Oak", severity: null, text: null, alert: null };
const EVENTS: PastEvent[] = [
  { ...about, at: "2026-11-17T09:42:00.000Z", kind: "alert", alert: { id: "7", title, severity: "critical" } },
  { ...about, at: "2026-11-17T09:42:00.400Z", kind: "booking" },
  { ...about, at: "2026-11-17T10:00:00.000Z", kind: "alert-over", alert: { id: "7", title, severity: "critical" } },
];

afterEach(cleanup);

const marksAt = (at: string | null, onSeek = vi.fn()) =>
  render(
    <PastMarks events={EVENTS} at={at === null ? null : Date.parse(at)} onSeek={onSeek} day={DAY} timeZone="UTC" />,
  );

test("an alert's mark has its severity, and leads to where it begins", () => {
  const onSeek = vi.fn();
  const { container } = marksAt(null, onSeek);
  const [alert, , over] = [...container.querySelectorAll<HTMLElement>("[data-kind]")];
  expect([alert?.dataset.kind, alert?.dataset.severity]).toEqual(["alert", "critical"]);
  expect(over?.dataset.kind).toBe("alert-over");
  if (alert) fireEvent.click(alert);
  expect(onSeek).toHaveBeenCalledWith(Date.parse("2026-11-17T09:42:00Z"));
});

test("what happened at the moment that is looked at stands in words", () => {
  const { rerender } = marksAt("2026-11-17T09:42:00Z");
  expect(screen.getByRole("status").textContent).toBe("09:42 CO₂ high: Oak, critical09:42 Oak: a booking starts");
  rerender(
    <PastMarks
      events={EVENTS}
      at={Date.parse("2026-11-17T09:50:00Z")}
      onSeek={() => undefined}
      day={DAY}
      timeZone="UTC"
    />,
  );
  expect(screen.getByRole("status").textContent).toBe("");
});
