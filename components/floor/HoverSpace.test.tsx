// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { english } from "@/lib/core/text";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { spaceDrawer } from "./drawn-space";
import { spaceJudge } from "./group-spaces";
import { HoverSpace } from "./HoverSpace";

const NOW = Date.parse("2026-11-18T10:42:00Z");
const OAK = aSpace({
  id: "7",
  name: "Oak",
  capacity: 8,
  metrics: { occupancy: aValue(4, "2026-11-18T10:41:40Z", { since: "2026-11-18T10:12:00Z" }) },
  sources: [aSource({ vendor: "butlr", lastReadingAt: "2026-11-18T10:41:40Z" })],
  bookings: [{ startsAt: "2026-11-18T11:00:00Z", endsAt: null, checkedInAt: null, checkedOutAt: null }],
});
const drawn = spaceDrawer(english)(spaceJudge()([OAK], NOW), {
  now: NOW,
  timeZone: "UTC",
  show: "occupancy",
  limitsOf: () => BUILT_IN_LIMITS,
  utilizationOf: () => null,
});

beforeEach(async () => {
  await import("./SpaceInShort");
  vi.useFakeTimers();
  render(
    <HoverSpace drawn={drawn} now={NOW} timeZone="UTC">
      <button type="button" data-space="7">
        shape
      </button>
    </HoverSpace>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
const shape = () => screen.getByRole("button");
const wait = () => act(() => vi.advanceTimersByTimeAsync(400));

test("says what a space is, while it is pointed at", async () => {
  fireEvent.pointerOver(shape(), { pointerType: "mouse" });
  expect(screen.queryByRole("tooltip")).toBeNull();
  await wait();
  const words = screen.getByRole("tooltip").textContent;
  for (const part of ["Oak", "In use · 4 of 8", "since 10:12", "Butlr 20 s ago", "Next booking 11:00"])
    expect(words).toContain(part);
  fireEvent.keyDown(shape(), { key: "Escape" });
  expect(screen.queryByRole("tooltip")).toBeNull();
});

test("does not come under a finger", async () => {
  fireEvent.pointerOver(shape(), { pointerType: "touch" });
  await wait();
  expect(screen.queryByRole("tooltip")).toBeNull();
});
