import type { Row, Rows } from "./row";

type Given = NonNullable<Row["given"]>;

const HOUR = "from=2026-11-01T10:00:00Z&to=2026-11-01T11:00:00Z";

const withWindow: Given = async ({ spaceId }, world) => {
  const made = await world.asAdmin("POST", "/api/maintenance", { name: "Works", spaceId });
  return { windowId: (made as { id: string }).id };
};

/** Maintenance, the past, and why a space says what it says. */
export const REPLAY_ROWS: Rows = {
  "GET /api/floors/[floorId]/past": { needs: "floor:read", query: () => HOUR },
  "GET /api/floors/[floorId]/past/events": { needs: "floor:read", query: () => HOUR },
  "POST /api/space-types/preview": {
    needs: "settings:write",
    placed: false,
    body: ({ spaceId }) => ({ spaceId, rules: { holdMinutes: 20, speakers: null, lunch: null } }),
    audits: [0, "a preview changes nothing"],
  },
  "GET /api/spaces/[spaceId]/why": { needs: "space:read" },
  "GET /api/maintenance": { needs: "alert:read" },
  "POST /api/maintenance": {
    needs: "alert:write",
    placed: true,
    body: ({ spaceId }) => ({ name: "Works", spaceId }),
    smuggles: (_, { spaceId, floorId, sourceId }) => [
      { name: "Works", spaceId },
      { name: "Works", spaceId: floorId },
      { name: "Works", sourceId },
    ],
  },
  "PATCH /api/maintenance/[windowId]": { needs: "alert:write", given: withWindow, body: () => ({ ended: true }) },
  "DELETE /api/maintenance/[windowId]": { needs: "alert:write", given: withWindow },
};
