import type { Rows } from "./row";

const LIMITS = [500, 800, 1000, 1400];

/** What the live floor's page asks for besides floors themselves. */
export const FLOOR_PAGE_ROWS: Rows = {
  "GET /api/thresholds": { needs: "space:read" },
  "PUT /api/thresholds": { needs: "settings:write", body: () => ({ metric: "co2", limits: LIMITS }) },
  "PUT /api/spaces/[spaceId]/thresholds": {
    needs: "space:write",
    body: () => ({ metric: "co2", limits: LIMITS }),
  },
  "GET /api/search": { needs: "space:read", query: () => "q=a" },
  "GET /api/floors/[floorId]/rooms-elsewhere": { needs: "floor:read", query: () => "seats=2" },
};
