import type { Pages, Rows } from "./row";
import { AIR_ROWS } from "./rows-air";
import { ALERT_ROWS } from "./rows-alerts";
import { BOOKED_PAGES, BOOKED_ROWS } from "./rows-booked";
import { DEVICE_ROWS } from "./rows-devices";
import { FLOOR_PAGE_ROWS } from "./rows-floor-page";
import { FLOOR_ROWS } from "./rows-floors";
import { HISTORY_ROWS, STORAGE_ROWS } from "./rows-history";
import { IMPORT_ROWS } from "./rows-imports";
import { INBOX_PAGES, INBOX_ROWS } from "./rows-inbox";
import { KIOSK_ROWS } from "./rows-kiosks";
import { NOTIFICATION_ROWS } from "./rows-notifications";
import { PEOPLE_ROWS } from "./rows-people";
import { PLAN_ROWS } from "./rows-plans";
import { REPLAY_ROWS } from "./rows-replay";
import { REPORT_ROWS } from "./rows-reports";
import { SOURCE_ROWS } from "./rows-sources";
import { SPACE_ROWS, START_ROWS } from "./rows-spaces";
import { TOKEN_ROWS } from "./rows-tokens";
import { VENDOR_ROWS } from "./rows-vendors";

/** Doors without a session. */
const DOORS: Rows = {
  "GET /api/auth/[...all]": { door: "signing in; its own allowlist", answers: [200], path: "/api/auth/get-session" },
  "POST /api/auth/[...all]": { door: "signing in; its own allowlist", answers: [404], path: "/api/auth/sign-up/email" },
  "POST /api/setup": { door: "the first admin, once, with the code from the log", answers: [409], body: {} },
  "POST /api/invite": {
    door: "whoever was invited, with the code of the link",
    answers: [404],
    body: { code: "unknown", name: "Nobody", password: "four unrelated old words" },
  },
  "POST /api/reset": {
    door: "whoever forgot their password, with the code of the link an admin made",
    answers: [404],
    body: { code: "unknown", password: "four unrelated old words" },
  },
  "GET /api/kiosk": {
    door: "screens on a wall, known by their cookie; to others it says that they are new",
    answers: [200],
  },
  "POST /api/kiosk": { door: "a new screen gets a code; an admin has to approve it", answers: [200], body: {} },
  "POST /api/webhooks/[vendor]": {
    door: "vendors prove themselves",
    answers: [401],
    path: "/api/webhooks/butlr",
    body: {},
  },
  "GET /api/openapi.json": { door: "what can be asked, and nothing of what is here", answers: [200] },
  "GET /healthz": { door: "the process is up", answers: [200] },
  "GET /readyz": { door: "the database answers", answers: [200] },
  "GET /metrics": { door: "numbers without names, for the operator's own network", answers: [200] },
  "GET /icon.svg": { door: "a static picture", answers: [200] },
  "GET /manifest.webmanifest": { door: "static", answers: [200] },
};

/** Every route and method of the build has its row here: add a line, or a file beside this one. */
export const ROWS: Rows = {
  ...DOORS,
  "GET /api/audit": { needs: "audit:read", audits: ["at most one", "who looks is noted once an hour"] },
  ...AIR_ROWS,
  ...ALERT_ROWS,
  ...BOOKED_ROWS,
  ...DEVICE_ROWS,
  ...FLOOR_ROWS,
  ...FLOOR_PAGE_ROWS,
  ...HISTORY_ROWS,
  ...IMPORT_ROWS,
  ...INBOX_ROWS,
  ...NOTIFICATION_ROWS,
  ...SOURCE_ROWS,
  ...PLAN_ROWS,
  ...KIOSK_ROWS,
  ...PEOPLE_ROWS,
  ...REPLAY_ROWS,
  ...REPORT_ROWS,
  ...SPACE_ROWS,
  ...START_ROWS,
  ...STORAGE_ROWS,
  ...TOKEN_ROWS,
  ...VENDOR_ROWS,
};

export const PAGES: Pages = {
  "/": { needs: "floor:read" },
  "/floors/[floorId]": { needs: "floor:read" },
  "/devices": { needs: "source:read" },
  "/history": { needs: "space:read" },
  "/spaces/[spaceId]": { needs: "space:read" },
  "/admin/audit": { needs: "audit:read" },
  "/admin/deliveries": { needs: "delivery:read" },
  "/admin/plans": { needs: "plan:write" },
  "/admin/plans/[floorId]": { needs: "plan:write" },
  "/admin/spaces": { needs: "space:write" },
  "/admin/sources": { needs: "source:assign" },
  "/admin/import": { needs: "space:write" },
  "/admin/thresholds": { needs: "space:write" },
  "/admin/vendors": { needs: "vendor:configure" },
  "/admin/vendors/[vendor]": { needs: "vendor:configure" },
  "/admin/start": { needs: "site:create" },
  "/admin/storage": { needs: "settings:read" },
  "/admin/tokens": { needs: "token:write" },
  "/admin/notifications": { needs: "rule:write" },
  "/account/notifications": { needs: "account:write" },
  ...INBOX_PAGES,
  ...BOOKED_PAGES,
  "/api/docs": { needs: "account:write" },
  "/admin/people": { needs: "user:read" },
  "/account": { needs: "account:write" },
  "/second-factor": { needs: "account:write" },
  "/invite": { door: "whoever was invited; says the same for every code that is not good" },
  "/reset": { door: "whoever forgot their password; says the same for every code that is not good" },
  "/kiosk": { door: "a screen on a wall; shows a code until an admin approves it" },
  "/admin/kiosks": { needs: "space:write" },
  "/login": { door: "signing in" },
  "/setup": { door: "the first admin; leads to /login once there is one" },
};
