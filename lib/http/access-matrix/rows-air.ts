import type { Rows } from "./row";

/** How the air of spaces clears. */
export const AIR_ROWS: Rows = {
  "GET /api/spaces/[spaceId]/air-decay": { needs: "space:read" },
};
