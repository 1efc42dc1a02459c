import { expect, test } from "vitest";
import { EMPTY_PLAN, type FloorPlan, type PlanDraft, type PlanSave } from "@/lib/core/floor-plan";
import { ApiError } from "./api";
import { PlanSaver } from "./plan-saver";

const draftOf = (plan: FloorPlan, revision: number, savedBy = "Ada"): PlanDraft => ({
  floorId: "1",
  revision,
  isChanged: true,
  savedAt: "2026-11-21T10:41:00.000Z",
  savedBy,
  plan,
  published: null,
  publishedRevision: 0,
  drawings: [],
});
const plan = (widthM: number): FloorPlan => ({ ...EMPTY_PLAN, widthM });
const first = plan(1);

/** A server that answers when the test says so, and a clock the test turns. */
function setUp() {
  const saves: { save: PlanSave; answer: (draft: PlanDraft) => void; refuse: (error: unknown) => void }[] = [];
  const timers: { ms: number; call: () => void; isOff: boolean }[] = [];
  let stored = draftOf(first, 1);
  const saver = new PlanSaver(
    stored,
    {
      save: (save) => new Promise((answer, refuse) => saves.push({ save, answer, refuse })),
      read: async () => stored,
    },
    (ms, call) => {
      const timer = { ms, call, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const tick = async () => {
    const timer = timers.findLast(({ isOff }) => !isOff);
    if (timer) timer.isOff = true;
    timer?.call();
    await settle();
    return timer?.ms;
  };
  const take = async (draft?: PlanDraft) => {
    const last = saves.at(-1);
    last?.answer(draft ?? draftOf(last.save.plan, last.save.revision + 1));
    await settle();
  };
  const refuse = async (error: unknown) => {
    saves.at(-1)?.refuse(error);
    await settle();
  };
  const theirs = (draft: PlanDraft) => {
    stored = draft;
  };
  return { saver, saves, tick, take, refuse, theirs };
}

test("work is saved after a pause, with the revision it is based on", async () => {
  const { saver, saves, tick, take } = setUp();
  saver.offer(plan(2));
  saver.offer(plan(3));
  expect([saver.state().kind, saves.length]).toEqual(["unsaved", 0]);
  await tick();
  expect(saver.state().kind).toBe("saving");
  expect(saves.map(({ save }) => [save.revision, save.plan.widthM])).toEqual([[1, 3]]);
  await take();
  expect(saver.state()).toEqual({ kind: "saved", at: Date.parse("2026-11-21T10:41:00.000Z") });
  saver.offer(plan(4));
  await tick();
  expect(saves.at(-1)?.save.revision).toBe(2);
});

test("what changes while saving is saved next, never at the same time", async () => {
  const { saver, saves, tick, take } = setUp();
  saver.offer(plan(2));
  await tick();
  saver.offer(plan(3));
  expect(saves).toHaveLength(1);
  await take();
  expect(saver.state().kind).toBe("unsaved");
  await tick();
  expect(saves.map(({ save }) => save.plan.widthM)).toEqual([2, 3]);
});

test("undone back to what is saved, nothing is to be saved", () => {
  const { saver } = setUp();
  saver.offer(plan(2));
  saver.offer(first);
  expect(saver.state().kind).toBe("saved");
});

test("without a connection it keeps trying, more and more slowly", async () => {
  const { saver, tick, refuse, take } = setUp();
  saver.offer(plan(2));
  await tick();
  await refuse(new ApiError(0, "unavailable", "The server cannot be reached."));
  expect(saver.state()).toEqual({ kind: "failed", message: "The server cannot be reached.", retries: true });
  expect(await tick()).toBe(2_000);
  await refuse(new ApiError(0, "unavailable", "The server cannot be reached."));
  expect(await tick()).toBe(4_000);
  await take();
  expect(saver.state().kind).toBe("saved");
});

test("a plan that is refused is not sent again until it changes", async () => {
  const { saver, saves, tick, refuse } = setUp();
  saver.offer(plan(2));
  await tick();
  await refuse(new ApiError(400, "invalid", "Some values are not right."));
  expect(saver.state()).toMatchObject({ kind: "failed", retries: false });
  expect(await tick()).toBeUndefined();
  saver.offer(plan(3));
  await tick();
  expect(saves).toHaveLength(2);
});

test("a stale save stops, shows theirs, and goes on from there once it is settled", async () => {
  const { saver, saves, tick, refuse, theirs, take } = setUp();
  const mine = plan(2);
  const other = draftOf(plan(9), 7, "Bo");
  theirs(other);
  saver.offer(mine);
  await tick();
  await refuse(new ApiError(409, "conflict", "Bo changed this plan in the meantime."));
  expect(saver.state()).toEqual({ kind: "conflict", theirs: other });
  saver.offer(plan(3));
  expect(await tick()).toBeUndefined();
  expect(await saver.flush()).toBe(false);
  saver.accept(other); // keep mine: what is on screen is saved upon theirs
  await tick();
  expect(saves.at(-1)?.save).toMatchObject({ revision: 7, plan: { widthM: 3 } });
  await take();
  expect(saver.state().kind).toBe("saved");
});

test("flush saves at once and says whether everything is there", async () => {
  const { saver, take } = setUp();
  saver.offer(plan(2));
  const done = saver.flush();
  await Promise.resolve();
  await take();
  expect(await done).toBe(true);
});
