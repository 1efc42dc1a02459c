import type { Row, Rows } from "./row";
import type { Site, World } from "./world";

type Given = NonNullable<Row["given"]>;
let turn = 0;
const name = (what: string) => `${what} ${turn++}`;

const madeRoom = async ({ floorId }: Site, world: World): Promise<string> => {
  const draft = { kind: "room", parentId: floorId, name: name("Room") };
  const made = (await world.asAdmin("POST", "/api/spaces", draft)) as { ids: string[] };
  return made.ids[0] ?? "";
};
const withRoom: Given = async (at, world) => ({ spaceId: await madeRoom(at, world) });
const withArchivedRoom: Given = async (at, world) => {
  const spaceId = await madeRoom(at, world);
  await world.asAdmin("DELETE", `/api/spaces/${spaceId}`, {});
  return { spaceId };
};
const withType: Given = async (_, world) => {
  const { id } = (await world.asAdmin("POST", "/api/space-types", { name: name("Type") })) as { id: string };
  return { typeId: id };
};

/** Spaces as admins work on them, and their types. */
export const SPACE_ROWS: Rows = {
  "GET /api/spaces/tree": { needs: "space:write" },
  "POST /api/spaces": {
    needs: "space:write",
    placed: true,
    body: ({ floorId }) => ({ kind: "room", parentId: floorId, name: name("Room") }),
    smuggles: (_, { floorId, spaceId, buildingId }) => [
      { kind: "room", parentId: floorId, name: name("Room") },
      { kind: "desk", parentId: spaceId, name: name("Desk") },
      { kind: "floor", parentId: buildingId, name: name("Floor") },
    ],
  },
  "POST /api/spaces/bulk": {
    needs: "space:write",
    placed: true,
    body: ({ spaceId }) => ({ kind: "desk", parentId: spaceId, names: name("Desk") }),
    smuggles: (_, { spaceId }) => [{ kind: "desk", parentId: spaceId, names: name("Desk") }],
  },
  "PATCH /api/spaces/[spaceId]": {
    needs: "space:write",
    body: () => ({ capacity: 1 + (turn++ % 90) }),
    smuggles: (_, { floorId, spaceId }) => [{ parentId: floorId }, { parentId: spaceId }],
  },
  "DELETE /api/spaces/[spaceId]": { needs: "space:write", given: withRoom, body: () => ({}) },
  "POST /api/spaces/[spaceId]/restore": { needs: "space:write", given: withArchivedRoom },
  "GET /api/space-types": { needs: "space:read" },
  "POST /api/space-types": { needs: "settings:write", body: () => ({ name: name("Type") }) },
  "PATCH /api/space-types/[typeId]": {
    needs: "settings:write",
    given: withType,
    body: () => ({ capacity: 1 + (turn++ % 90) }),
  },
  "DELETE /api/space-types/[typeId]": { needs: "settings:write", given: withType },
};

/** The first set-up. */
export const START_ROWS: Rows = {
  "GET /api/start": { needs: "site:create" },
  "POST /api/simulator": { needs: "vendor:configure", ok: [409], audits: [0, "a vendor has delivered here already"] },
  "DELETE /api/simulator": { needs: "vendor:configure", audits: [0, "none runs here"] },
};
