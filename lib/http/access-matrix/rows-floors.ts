import type { Rows } from "./row";

const DAY = "from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z";

/** Floors and spaces as they are read and changed. */
export const FLOOR_ROWS: Rows = {
  "GET /api/feeds": { needs: "feed:read" },
  "GET /api/floors": { needs: "floor:read" },
  "GET /api/floors/[floorId]/snapshot": { needs: "floor:read" },
  "GET /api/sites/[siteId]/visitors": { needs: "floor:read" },
  "GET /api/spaces": { needs: "space:read" },
  "GET /api/spaces/[spaceId]": { needs: "space:read" },
  "GET /api/spaces/[spaceId]/history": { needs: "space:read", query: () => `metric=occupancy&${DAY}` },
  "GET /api/spaces/[spaceId]/day": { needs: "space:read", query: () => "date=2026-11-01" },
};
