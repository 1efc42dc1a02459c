import type { Pages, Rows } from "./row";
import { FLOOR_ROWS } from "./rows-floors";
import { IMPORT_ROWS } from "./rows-imports";
import { VENDOR_ROWS } from "./rows-vendors";

/** Doors without a session. */
const DOORS: Rows = {
  "GET /api/auth/[...all]": { door: "signing in; its own allowlist", answers: [200], path: "/api/auth/get-session" },
  "POST /api/auth/[...all]": { door: "signing in; its own allowlist", answers: [404], path: "/api/auth/sign-up/email" },
  "POST /api/setup": { door: "the first admin, once, with the code from the log", answers: [409], body: {} },
  "POST /api/webhooks/[vendor]": {
    door: "vendors prove themselves",
    answers: [401],
    path: "/api/webhooks/butlr",
    body: {},
  },
  "GET /healthz": { door: "the process is up", answers: [200] },
  "GET /readyz": { door: "the database answers", answers: [200] },
  "GET /metrics": { door: "numbers without names, for the operator's own network", answers: [200] },
  "GET /icon.svg": { door: "a static picture", answers: [200] },
  "GET /manifest.webmanifest": { door: "static", answers: [200] },
};

/** Every route and method of the build has its row here: add a line, or a file beside this one. */
export const ROWS: Rows = { ...DOORS, ...FLOOR_ROWS, ...IMPORT_ROWS, ...VENDOR_ROWS };

export const PAGES: Pages = {
  "/": { needs: "floor:read" },
  "/floors/[floorId]": { needs: "floor:read" },
  "/admin/deliveries": { needs: "delivery:read" },
  "/admin/import": { needs: "space:write" },
  "/admin/vendors": { needs: "vendor:configure" },
  "/admin/vendors/[vendor]": { needs: "vendor:configure" },
  "/login": { door: "signing in" },
  "/setup": { door: "the first admin; leads to /login once there is one" },
};
