import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { EMPTY_PLAN, type FloorPlan, type Shape } from "@/lib/core/floor-plan";
import { readPublishedPlan } from "@/lib/db/floor-plan-repository";
import { readFloorCursors, readFloorFrames, readFloorSnapshot } from "@/lib/db/floor-repository";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { discardDraft } from "./discard-draft";
import { duplicatePlan } from "./duplicate-plan";
import { publishPlan } from "./publish-plan";
import { reread, saveDraft } from "./save-draft";

const NOW = Math.floor(Date.now() / 1000) * 1000;
const actor = (name: string): Actor => ({
  userId: name,
  name,
  email: `${name}@example.com`,
  role: "admin",
  sessionId: "s1",
  sites: null,
  scopes: null,
  address: null,
});
const [ADA, BO] = [actor("Ada"), actor("Bo")];

let ingest: Awaited<ReturnType<typeof openIngest>>;
const floor = (name: string) => idOf("floor", name);
const room = (name: string) => idOf("room", name);
async function idOf(kind: string, name: string): Promise<string> {
  const { rows } = await ingest.db.read.query(
    "SELECT id FROM space WHERE kind::text = $1 AND coalesce(name, vendor_name) = $2",
    [kind, name],
  );
  return String(rows[0]?.id);
}

beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  for (const [room_id, room_name, floor_id, floor_name] of [
    ["room_1", "Fjord", "space_1", "Second"],
    ["room_2", "Vik", "space_1", "Second"],
    ["room_3", "Attic room", "space_2", "Third"],
  ]) {
    await ingest.post(butlrEvent({ at: NOW, data: 0, metadata: { room_id, room_name, floor_id, floor_name } }));
  }
});
afterAll(() => ingest.close());
beforeEach(() => ingest.db.read.query("DELETE FROM floor_plan"));

const square = (x: number, y = 0.1): Shape["points"] => [
  [x, y],
  [x + 0.1, y],
  [x + 0.1, y + 0.1],
  [x, y + 0.1],
];
const big = (x: number): Shape["points"] => [
  [x, x],
  [x + 0.4, x],
  [x + 0.4, x + 0.4],
  [x, x + 0.4],
];
const shape = (id: string, change: Partial<Shape> = {}): Shape => ({
  id,
  kind: "room",
  points: square(0.1),
  spaceId: null,
  ...change,
});
const plan = (...shapes: Shape[]): FloorPlan => ({ ...EMPTY_PLAN, shapes });
const save = async (floorId: string, shapes: Shape[], by = ADA) => {
  const { revision } = await reread(floorId, ingest.db);
  return saveDraft(floorId, { revision, plan: plan(...shapes) }, by, ingest.db);
};
const audited = async (action: string) => {
  const { rows } = await ingest.db.read.query(
    "SELECT object_id, site_id, after FROM audit_entry WHERE action = $1 ORDER BY id DESC LIMIT 1",
    [action],
  );
  return rows[0];
};

describe("drafts", () => {
  test("a floor nobody drew has an empty plan at revision 0; what is saved is there, viewers see nothing", async () => {
    const id = await floor("Second");
    expect(await reread(id, ingest.db)).toMatchObject({
      revision: 0,
      isChanged: false,
      plan: EMPTY_PLAN,
      drawings: [],
    });
    const saved = await save(id, [shape("a", { spaceId: await room("Fjord") })]);
    expect(saved).toMatchObject({ revision: 1, isChanged: true, savedBy: "Ada", published: null });
    expect(saved.plan.shapes).toHaveLength(1);
    expect(await readPublishedPlan(id, ingest.db)).toBeNull();
    expect(await audited("plan.edit")).toMatchObject({ object_id: id });
  });

  test("a stale save is refused: who was faster, and what differs", async () => {
    const id = await floor("Second");
    await save(id, [shape("a", { spaceId: await room("Fjord") }), shape("b", { edit: { name: "New" } })]);
    await save(id, [shape("a", { spaceId: await room("Fjord"), points: square(0.5) }), shape("c")], BO);
    const mine = plan(shape("a", { spaceId: await room("Fjord") }), shape("b", { edit: { name: "New" } }));
    await expect(saveDraft(id, { revision: 1, plan: mine }, ADA, ingest.db)).rejects.toMatchObject({
      code: "conflict",
      message: "Bo changed this plan in the meantime. Nothing was saved.",
      details: {
        revision: 2,
        savedBy: "Bo",
        differences: [
          { kind: "moved", shapeId: "a", text: "Room “Fjord” moved" },
          { kind: "added", shapeId: "c", text: "Room without a name added" },
          { kind: "removed", shapeId: "b", text: "Room “New” removed" },
        ],
      },
    });
  });

  test("of two saves at once one wins", async () => {
    const id = await floor("Second");
    const saves = [ADA, BO].map((by) => saveDraft(id, { revision: 0, plan: plan(shape(by.name)) }, by, ingest.db));
    const endings = (await Promise.allSettled(saves)).map(({ status }) => status);
    expect(endings.sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("discarded, the draft is gone and a save of an older one is stale; saving it again undoes it", async () => {
    const id = await floor("Second");
    const saved = await save(id, [shape("a")]);
    const after = await discardDraft(id, saved.revision, ADA, ingest.db);
    expect(after).toMatchObject({ revision: 2, isChanged: false, savedBy: null, plan: EMPTY_PLAN });
    await expect(saveDraft(id, { revision: 1, plan: saved.plan }, BO, ingest.db)).rejects.toMatchObject({
      code: "conflict",
    });
    const undone = await saveDraft(id, { revision: after.revision, plan: saved.plan }, ADA, ingest.db);
    expect(undone.plan).toEqual(saved.plan);
  });

  test.each<[string, Partial<FloorPlan>]>([
    ["a space of another floor", { shapes: [shape("a", { spaceId: "other" })] }],
    ["a space that never was", { shapes: [shape("a", { spaceId: "999999" })] }],
    ["no id at all", { shapes: [shape("a", { spaceId: "1 OR 1=1" })] }],
    ["a drawing of nobody", { drawing: { id: "77", x: 0, y: 0, width: 1, height: 1, rotation: 0, opacity: 1 } }],
  ])("a plan that names %s is refused", async (_, part) => {
    const id = await floor("Second");
    const other = await room("Attic room");
    const shapes = (part.shapes ?? []).map((s) => ({ ...s, spaceId: s.spaceId === "other" ? other : s.spaceId }));
    const sent = { ...EMPTY_PLAN, ...part, shapes };
    await expect(saveDraft(id, { revision: 0, plan: sent }, ADA, ingest.db)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test.each(["999999", "x", "0"])("floor %s does not exist", async (id) => {
    await expect(saveDraft(id, { revision: 0, plan: EMPTY_PLAN }, ADA, ingest.db)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(reread(id, ingest.db)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("publishing", () => {
  test("viewers see it, open browsers hear of it, the draft is done, the log has a summary", async () => {
    const id = await floor("Second");
    const cursors = await readFloorCursors([Number(id)], ingest.db);
    expect((await readFloorSnapshot(id, ingest.db))?.plan).toBeNull();
    const saved = await save(id, [shape("a", { spaceId: await room("Fjord") })]);
    const { draft, floorIds } = await publishPlan(id, saved.revision, ADA, ingest.db);
    expect(floorIds).toEqual([Number(id)]);
    expect(draft).toMatchObject({ isChanged: false, revision: 2, publishedRevision: 1 });
    expect(await readPublishedPlan(id, ingest.db)).toMatchObject({ revision: 1, plan: saved.plan });
    expect((await readFloorSnapshot(id, ingest.db))?.plan).toBe(1);
    expect(await readFloorFrames(cursors, ingest.db)).toMatchObject([{ floorId: id, plan: 1 }]);
    expect((await audited("plan.publish"))?.after).toEqual({
      changes: 1,
      created: 0,
      revision: 1,
      summary: ["Room “Fjord” added"],
    });
  });

  test("what a shape says about its space becomes true", async () => {
    const id = await floor("Second");
    const vik = await room("Vik");
    const saved = await save(id, [shape("a", { spaceId: vik, edit: { name: "Skagen", capacity: 12 } })]);
    const { draft } = await publishPlan(id, saved.revision, ADA, ingest.db);
    expect(draft.plan.shapes).toEqual([shape("a", { spaceId: vik })]);
    const space = (await readFloorSnapshot(id, ingest.db))?.spaces.find((s) => s.id === vik);
    expect(space).toMatchObject({ name: "Skagen", capacity: 12 });
  });

  test("new spaces are made where their shapes lie, and bound to them", async () => {
    const id = await floor("Third");
    const desk = shape("d", { kind: "desk", points: square(0.6, 0.6), edit: { name: "Desk 1" } });
    const around = (name: string) => shape("r", { points: big(0.5), edit: { name, capacity: 6, customId: "" } });
    const saved = await save(id, [
      desk,
      around("Ravine"),
      shape("nameless"),
      shape("old", { spaceId: await room("Attic room") }),
    ]);
    const { draft, floorIds } = await publishPlan(id, saved.revision, ADA, ingest.db);
    expect(floorIds).toContain(Number(id));
    const spaces = (await readFloorSnapshot(id, ingest.db))?.spaces ?? [];
    const ravine = spaces.find(({ name }) => name === "Ravine");
    expect(ravine).toMatchObject({ kind: "room", capacity: 6 });
    expect(spaces.find(({ name }) => name === "Desk 1")).toMatchObject({ kind: "desk", parentId: ravine?.id });
    const [d, r, nameless] = draft.plan.shapes;
    expect([d?.edit, r?.spaceId, nameless?.spaceId]).toEqual([undefined, ravine?.id, null]);
    expect((await audited("plan.publish"))?.after).toMatchObject({ created: 2 });
  });

  test("a name that is taken stops the whole publishing, and says which shape", async () => {
    const id = await floor("Second");
    const saved = await save(id, [
      shape("a", { edit: { name: "Brand new" } }),
      shape("b", { edit: { name: "Fjord" } }),
    ]);
    await expect(publishPlan(id, saved.revision, ADA, ingest.db)).rejects.toMatchObject({
      code: "conflict",
      details: { shapeId: "b" },
    });
    expect(await reread(id, ingest.db)).toMatchObject({ isChanged: true, publishedRevision: 0 });
    expect((await readFloorSnapshot(id, ingest.db))?.spaces.map(({ name }) => name)).not.toContain("Brand new");
  });

  test("a draft somebody saved since is not published, and nothing without a draft", async () => {
    const id = await floor("Second");
    const saved = await save(id, [shape("a")]);
    await save(id, [shape("b")], BO);
    await expect(publishPlan(id, saved.revision, ADA, ingest.db)).rejects.toMatchObject({ code: "conflict" });
    await discardDraft(id, null, ADA, ingest.db);
    const { revision } = await reread(id, ingest.db);
    await expect(publishPlan(id, revision, ADA, ingest.db)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("duplicating", () => {
  test("frame and shapes come along, spaces are proposed as new", async () => {
    const [second, third] = [await floor("Second"), await floor("Third")];
    const fjord = await room("Fjord");
    const wall = shape("w", { kind: "wall", points: square(0.3) });
    const saved = await save(second, [shape("a", { spaceId: fjord }), wall]);
    await publishPlan(second, saved.revision, ADA, ingest.db);
    const draft = await duplicatePlan(third, { fromFloorId: second }, ADA, ingest.db);
    expect(draft).toMatchObject({ isChanged: true, published: null });
    expect(draft.plan.shapes).toEqual([
      shape("a", { edit: { name: "Fjord", capacity: null, typeId: null } }),
      { ...wall, spaceId: null },
    ]);
  });

  test("never over a plan, unless its revision is named; never from nothing", async () => {
    const [second, third] = [await floor("Second"), await floor("Third")];
    await expect(duplicatePlan(third, { fromFloorId: second }, ADA, ingest.db)).rejects.toMatchObject({
      code: "invalid",
    });
    await save(second, [shape("a")]);
    const { revision } = await save(third, [shape("b")]);
    await expect(duplicatePlan(third, { fromFloorId: second }, ADA, ingest.db)).rejects.toMatchObject({
      code: "conflict",
    });
    const draft = await duplicatePlan(third, { fromFloorId: second, revision }, ADA, ingest.db);
    expect(draft.plan.shapes.map(({ id }) => id)).toEqual(["a"]);
  });
});
