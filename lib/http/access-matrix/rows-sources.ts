import type { Rows } from "./row";
import type { Site, World } from "./world";

const DAY = "from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z";

/** Puts the site's source where it may be, or nowhere. */
const put = (spaceId: (at: Site) => string | null) => (at: Site, world: World) =>
  world.asAdmin("POST", `/api/sources/${at.sourceId}/assign`, { spaceId: spaceId(at) }).then(() => undefined);

/** Its own room, then the other one: a move that can be taken back. */
async function moved(at: Site, world: World): Promise<Partial<Site>> {
  await put(({ spaceId }) => spaceId)(at, world);
  const answer = await world.asAdmin("POST", `/api/sources/${at.sourceId}/assign`, { spaceId: at.otherSpaceId });
  const { assignment } = answer as { assignment: { id: string } };
  return { assignmentId: assignment.id };
}

/** The other source stands nowhere and may take over. */
async function replaceable(at: Site, world: World): Promise<undefined> {
  await put(({ spaceId }) => spaceId)(at, world);
  await world.asAdmin("POST", `/api/sources/${at.otherSourceId}/assign`, { spaceId: null });
}

let rooms = 0;
const aRoom = (parentId: string) => ({
  ...{ key: "a", kind: "room", name: `Discovered ${++rooms}`, parentKey: null, parentId, sourceIds: [] },
});

/** Sources: what they are, and where they stand. */
export const SOURCE_ROWS: Rows = {
  "GET /api/sources": { needs: "source:read" },
  "GET /api/sources/summary": { needs: "source:read" },
  "GET /api/sources/touched": { needs: "source:assign" },
  "GET /api/assignments": { needs: "source:read", query: () => "since=2026-11-01T00:00:00Z" },
  "GET /api/sources/[sourceId]/totals": { needs: "source:read", query: () => `metric=trafficIn&bucket=hour&${DAY}` },
  "GET /api/sources/[sourceId]/assignments": { needs: "source:read" },
  "POST /api/sources/[sourceId]/assign": {
    needs: "source:assign",
    given: put(({ spaceId }) => spaceId),
    body: ({ otherSpaceId }) => ({ spaceId: otherSpaceId }),
    smuggles: (_, { spaceId, floorId }) => [{ spaceId }, { spaceId: floorId }],
  },
  "POST /api/sources/assign": {
    needs: "source:assign",
    placed: false,
    given: put(({ spaceId }) => spaceId),
    body: ({ sourceId, otherSpaceId }) => ({ items: [{ sourceId, spaceId: otherSpaceId }] }),
  },
  "POST /api/sources/places": {
    needs: "space:write",
    placed: false,
    body: ({ floorId }) => ({ items: [aRoom(floorId)] }),
    smuggles: (mine, theirs) => [
      { items: [aRoom(theirs.floorId)] },
      { items: [{ ...aRoom(mine.floorId), sourceIds: [theirs.sourceId] }] },
    ],
  },
  "POST /api/sources/[sourceId]/undo": {
    needs: "source:assign",
    given: moved,
    body: ({ assignmentId }) => ({ assignmentId, undo: "start" }),
  },
  "POST /api/sources/[sourceId]/replace": {
    needs: "source:assign",
    given: replaceable,
    body: ({ otherSourceId }) => ({ newSourceId: otherSourceId, at: new Date().toISOString() }),
    smuggles: (_, { sourceId }) => [{ newSourceId: sourceId, at: new Date().toISOString() }],
  },
  // What stands nowhere is for everybody who may say where.
  "POST /api/sources/[sourceId]/ignore": { needs: "source:assign", placed: false, given: put(() => null) },
  "DELETE /api/sources/[sourceId]/ignore": { needs: "source:assign", placed: false, given: put(() => null) },
};
