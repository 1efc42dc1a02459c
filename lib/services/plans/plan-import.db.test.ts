import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { EMPTY_PLAN, type Shape } from "@/lib/core/floor-plan";
import type { PlanImportApply } from "@/lib/core/plan-import/plan-import";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { applyPlanImport } from "./apply-plan-import";
import { listPlans } from "./list-plans";
import { publishPlan } from "./publish-plan";
import { reread } from "./save-draft";

const NOW = Math.floor(Date.now() / 1000) * 1000;
const ADA: Actor = {
  userId: "ada",
  name: "Ada",
  email: "ada@example.com",
  role: "admin",
  sessionId: "s1",
  sites: null,
  scopes: null,
  address: null,
};

let ingest: Awaited<ReturnType<typeof openIngest>>;
const idOf = async (kind: string, name: string): Promise<string> => {
  const { rows } = await ingest.db.read.query(
    "SELECT id FROM space WHERE kind::text = $1 AND coalesce(name, vendor_name) = $2",
    [kind, name],
  );
  return String(rows[0]?.id);
};

beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  for (const [room_id, room_name] of [
    ["room_1", "Fjord"],
    ["room_2", "Vik"],
  ])
    await ingest.post(butlrEvent({ at: NOW, data: 0, metadata: { room_id, room_name } }));
});
afterAll(() => ingest.close());
beforeEach(() => ingest.db.read.query("DELETE FROM floor_plan"));

const shape = (id: string, x: number, change: Partial<Shape> = {}): Shape => ({
  id,
  kind: "room",
  points: [
    [x, 0.1],
    [x + 0.1, 0.1],
    [x + 0.1, 0.2],
  ],
  spaceId: null,
  ...change,
});
const level = (floorId: string | null, name: string, shapes: Shape[]): PlanImportApply["levels"][number] => ({
  floorId,
  name,
  ordinal: 3,
  plan: { ...EMPTY_PLAN, shapes },
});

test("levels become drafts: known rooms by name, new floors and rooms as the file says", async () => {
  const [buildingId, floorId, fjord] = [
    await idOf("building", "Kvartal 12"),
    await idOf("floor", "2nd Floor"),
    await idOf("room", "Fjord"),
  ];
  const shapes = [
    shape("a", 0.1, { edit: { name: "FJORD" } }),
    shape("b", 0.3, { edit: { name: "New" } }),
    shape("c", 0.5),
  ];
  const { result, floorIds } = await applyPlanImport(
    {
      buildingId,
      levels: [
        level(null, "Attic", [shape("d", 0.1, { edit: { name: "Loft" } })]),
        level(floorId, "2nd Floor", shapes),
      ],
    },
    ADA,
    ingest.db,
  );
  const attic = await idOf("floor", "Attic");
  expect(result.floors).toEqual([
    { floorId, name: "2nd Floor", isNew: false, matched: 1, proposed: 1 },
    { floorId: attic, name: "Attic", isNew: true, matched: 0, proposed: 1 },
  ]);
  expect(floorIds).toEqual([Number(attic)]);
  const draft = await reread(floorId, ingest.db);
  expect(draft.published).toBeNull();
  expect(draft.plan.shapes.map(({ spaceId, edit }) => [spaceId, edit?.name])).toEqual([
    [fjord, undefined],
    [null, "New"],
    [null, undefined],
  ]);
  const { revision } = await reread(attic, ingest.db);
  await publishPlan(attic, revision, ADA, ingest.db);
  const plans = await listPlans(null, ingest.db);
  expect(
    plans.map(({ floor, published, draft: d, spaces, notOnPlan, thumbnail }) => [
      floor.name,
      published?.by,
      d?.by,
      spaces,
      notOnPlan,
      thumbnail !== null,
    ]),
  ).toEqual([
    ["2nd Floor", undefined, "Ada", 2, 2, true],
    ["Attic", "Ada", undefined, 1, 0, true],
  ]);
  expect(await listPlans([], ingest.db)).toEqual([]);
});

test("all or nothing: a floor with a draft, a name that is taken, a floor of elsewhere", async () => {
  const [buildingId, floorId] = [await idOf("building", "Kvartal 12"), await idOf("floor", "2nd Floor")];
  const apply = (...levels: PlanImportApply["levels"]) => applyPlanImport({ buildingId, levels }, ADA, ingest.db);
  await apply(level(floorId, "2nd Floor", []));
  await expect(apply(level(null, "Cellar", []), level(floorId, "2nd Floor", []))).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/“2nd Floor” has a draft already/),
  });
  await expect(apply(level(null, "Cellar", []), level(null, "2nd floor", []))).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(apply(level(null, "Cellar", []), level(buildingId, "x", []))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(apply(level(floorId, "x", []), level(floorId, "y", []))).rejects.toMatchObject({ code: "invalid" });
  expect(await idOf("floor", "Cellar")).toBe("undefined");
});

test("nothing in a file can name a space or a drawing of ours", async () => {
  const [buildingId, floorId, vik] = [
    await idOf("building", "Kvartal 12"),
    await idOf("floor", "2nd Floor"),
    await idOf("room", "Vik"),
  ];
  const plan = {
    ...EMPTY_PLAN,
    drawing: { id: "1", x: 0, y: 0, width: 1, height: 1, rotation: 0, opacity: 1 },
    shapes: [shape("a", 0.1, { spaceId: vik })],
  };
  await applyPlanImport({ buildingId, levels: [{ ...level(floorId, "x", []), plan }] }, ADA, ingest.db);
  expect((await reread(floorId, ingest.db)).plan).toMatchObject({ drawing: null, shapes: [{ spaceId: null }] });
});
