import { PlanDraft } from "@/lib/core/floor-plan";
import type { Row, Rows } from "./row";
import type { World } from "./world";

let turn = 0;
const CORNERS = [
  [0, 0],
  [0.5, 0],
  [0.5, 0.5],
];
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const planWith = (spaceId: string) => ({
  aspect: 1.5,
  widthM: null,
  drawing: null,
  shapes: [{ id: `shape-${turn++}`, kind: "room", points: CORNERS, spaceId }],
});

const pathOf = (floorId: string) => `/api/floors/${floorId}/plan`;
const stateOf = async (floorId: string, world: World) =>
  PlanDraft.parse(await world.asAdmin("GET", `${pathOf(floorId)}/draft`));

/** No draft; answers the revision to name. */
const withoutDraft: NonNullable<Row["given"]> = async ({ floorId }, world) => {
  if ((await stateOf(floorId, world)).isChanged) await world.asAdmin("DELETE", `${pathOf(floorId)}/draft`);
  return { revision: String((await stateOf(floorId, world)).revision) };
};

const withDraft: NonNullable<Row["given"]> = async (at, world) => {
  const { floorId, spaceId } = at;
  const { revision } = await stateOf(floorId, world);
  await world.asAdmin("PUT", `${pathOf(floorId)}/draft`, { revision, plan: planWith(spaceId) });
  return { revision: String((await stateOf(floorId, world)).revision) };
};

const withPlan: NonNullable<Row["given"]> = async (at, world, asker) => {
  const drafted = await withDraft(at, world, asker);
  await world.asAdmin("POST", `${pathOf(at.floorId)}/publish`, { revision: Number(drafted?.revision) });
  return undefined;
};

/** The floor above, to be given the plan of the first. */
const withPlanBelow: NonNullable<Row["given"]> = async (at, world, asker) => {
  await withPlan(at, world, asker);
  const { revision } = await stateOf(at.upperFloorId, world);
  return { floorId: at.upperFloorId, fromFloorId: at.floorId, revision: String(revision) };
};

const withDrawing: NonNullable<Row["given"]> = async ({ floorId }, world) => {
  const made = (await world.asAdmin("POST", `/api/floors/${floorId}/drawings?name=a.png`, PNG)) as { id: string };
  return { drawingId: made.id };
};

const SQUARE = {
  type: "Polygon",
  coordinates: [
    [
      [10, 60],
      [10.001, 60],
      [10.001, 60.001],
      [10, 60],
    ],
  ],
};

const importedLevel = (floorId: string | null) => ({
  floorId,
  name: `Imported ${turn++}`,
  ordinal: 9,
  plan: { aspect: 1.5, widthM: null, drawing: null, shapes: [] },
});

/** Floor plans and drawings. */
export const PLAN_ROWS: Rows = {
  "GET /api/floors/[floorId]/plan": { needs: "floor:read", given: withPlan },
  "GET /api/floors/[floorId]/plan/draft": { needs: "plan:write" },
  "PUT /api/floors/[floorId]/plan/draft": {
    needs: "plan:write",
    given: withoutDraft,
    body: ({ revision, spaceId }) => ({ revision: Number(revision), plan: planWith(spaceId) }),
    smuggles: ({ revision }, theirs) => [{ revision: Number(revision), plan: planWith(theirs.spaceId) }],
  },
  "DELETE /api/floors/[floorId]/plan/draft": { needs: "plan:write", given: withDraft },
  "POST /api/floors/[floorId]/plan/publish": {
    needs: "plan:write",
    given: withDraft,
    body: ({ revision }) => ({ revision: Number(revision) }),
  },
  "POST /api/floors/[floorId]/plan/duplicate": {
    needs: "plan:write",
    given: withPlanBelow,
    body: ({ revision, fromFloorId }) => ({ revision: Number(revision), fromFloorId }),
    smuggles: ({ revision }, theirs) => [{ revision: Number(revision), fromFloorId: theirs.floorId }],
  },
  "GET /api/floors/[floorId]/drawings": { needs: "plan:write" },
  "POST /api/floors/[floorId]/drawings": {
    needs: "plan:write",
    headers: { "content-type": "image/png" },
    query: () => "name=a.png",
    body: () => PNG,
  },
  "GET /api/floors/[floorId]/drawings/[drawingId]": { needs: "floor:read", given: withDrawing },
  "GET /api/floors/[floorId]/drawings/[drawingId]/original": { needs: "plan:write", given: withDrawing },
  "GET /api/plans": { needs: "plan:write" },
  "POST /api/imports/plan": {
    needs: "plan:write",
    body: () => ({ type: "FeatureCollection", features: [{ type: "Feature", geometry: SQUARE, properties: {} }] }),
    audits: [0, "a preview changes nothing"],
  },
  "POST /api/imports/plan/apply": {
    needs: "plan:write",
    placed: true,
    body: ({ buildingId }) => ({ buildingId, levels: [importedLevel(null)] }),
    smuggles: ({ buildingId }, theirs) => [{ buildingId, levels: [importedLevel(theirs.floorId)] }],
    audits: [2, "the import, and the floor it makes"],
  },
};
