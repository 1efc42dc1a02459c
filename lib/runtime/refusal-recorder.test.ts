import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RefusalCount } from "@/lib/db/vendor-refusal-repository";
import { createRefusalRecorder } from "./refusal-recorder";

beforeEach(() => void vi.useFakeTimers({ now: 0, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** A recorder and what it wrote; `failing` makes it fail. */
function recorder() {
  const written: (readonly RefusalCount[])[] = [];
  const state = { failing: false, errors: 0 };
  const made = createRefusalRecorder(
    async (counts) => {
      if (state.failing) throw new Error("away");
      written.push(counts);
    },
    () => (state.errors += 1),
  );
  return { ...made, written, state };
}

test("the first is written at once, a flood as one sum", async () => {
  const { note, stop, written } = recorder();
  note("butlr", "wrong-secret", null);
  await Promise.resolve();
  expect(written).toEqual([[{ vendor: "butlr", reason: "wrong-secret", skewS: null, at: new Date(0), count: 1 }]]);
  for (let i = 1; i <= 1_000; i += 1) {
    vi.setSystemTime(i);
    note("zoom", "wrong-time", i);
    note("butlr", "wrong-secret", null);
  }
  await stop();
  expect(written.slice(1)).toEqual([
    [
      { vendor: "zoom", reason: "wrong-time", skewS: 1_000, at: new Date(1_000), count: 1_000 },
      { vendor: "butlr", reason: "wrong-secret", skewS: null, at: new Date(1_000), count: 1_000 },
    ],
  ]);
});

test("what could not be written is written later, with what came since", async () => {
  const { note, stop, written, state } = recorder();
  state.failing = true;
  note("butlr", "no-proof", null);
  await vi.waitFor(() => expect(state.errors).toBe(1));
  state.failing = false;
  note("butlr", "no-proof", null);
  await stop();
  expect(written).toEqual([[expect.objectContaining({ reason: "no-proof", count: 2 })]]);
});

test("nothing refused writes nothing", async () => {
  const { stop, written } = recorder();
  await stop();
  expect(written).toEqual([]);
});
