import type { Pages, Rows } from "./row";

/** Booked versus used, and visitors. */
export const BOOKED_ROWS: Rows = {
  "GET /api/history/bookings": {
    needs: "space:read",
    placed: true,
    query: ({ spaceId }) => `spaces=${spaceId}&from=2026-11-16&to=2026-11-17`,
  },
};

export const BOOKED_PAGES: Pages = {
  "/history/bookings": { needs: "space:read" },
};
