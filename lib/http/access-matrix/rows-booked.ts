import type { Pages, Rows } from "./row";

/** Booked versus used, and visitors. */
export const BOOKED_ROWS: Rows = {
  "GET /api/history/bookings": {
    needs: "space:read",
    placed: true,
    query: ({ spaceId }) => `spaces=${spaceId}&from=2026-11-16&to=2026-11-17`,
  },
  "GET /api/sites/[siteId]/visitors/day": { needs: "floor:read" },
  "GET /api/sites/[siteId]/visitors/names": {
    needs: "visitor:read",
    audits: ["at most one", "who looks at names is noted once an hour"],
  },
};

export const BOOKED_PAGES: Pages = {
  "/visitors": { needs: "floor:read" },
  "/history/bookings": { needs: "space:read" },
};
