import type { Rows } from "./row";

let turn = 0;

const DAYS = "from=2026-11-16&to=2026-11-17";

/** Figures over time. The space stands in the query, and is looked up as strictly as one in a path. */
export const HISTORY_ROWS: Rows = {
  "GET /api/history/figures": {
    needs: "space:read",
    placed: true,
    query: ({ spaceId }) => `spaces=${spaceId}&${DAYS}`,
  },
  "GET /api/history/heatmap": {
    needs: "space:read",
    placed: true,
    query: ({ floorId }) => `within=${floorId}&${DAYS}`,
  },
  "GET /api/history/series": { needs: "space:read", placed: true, query: ({ spaceId }) => `spaces=${spaceId}&${DAYS}` },
  "GET /api/history/usual": { needs: "space:read", placed: true, query: ({ spaceId }) => `space=${spaceId}` },
};

/** What is kept for how long. */
export const STORAGE_ROWS: Rows = {
  "GET /api/storage": { needs: "settings:read" },
  "PUT /api/storage/retention": {
    needs: "settings:write",
    body: () => ({ deliveryDays: 30 + (turn++ % 60), readingMonths: 13, rollupYears: null, alertMonths: 24 }),
  },
};
