import { readdirSync } from "node:fs";
import path from "node:path";

/** What stands for the parameters of the pages' paths. */
export interface PageIds {
  readonly floorId: string;
  /** A room on it. */
  readonly spaceId: string;
  /** A moment the floor was measured at, ISO. */
  readonly past: string;
}

/** One state of a page that an address leads to. */
export interface PageView {
  /** Unique; also the name of its picture. */
  readonly name: string;
  /** The folder in app/ that draws it, without groups: "/floors/[floorId]". */
  readonly route: string;
  readonly address: (ids: PageIds) => string;
  /** Who looks: an admin unless said. `screen` is a paired screen on a wall. */
  readonly as?: "nobody" | "screen";
}

const page = (name: string, route: string, as?: PageView["as"]): PageView => ({
  name,
  route,
  address: () => route,
  ...(as && { as }),
});

const floor = (name: string, query: (ids: PageIds) => string = () => ""): PageView => ({
  name,
  route: "/floors/[floorId]",
  address: (ids) => `/floors/${ids.floorId}${query(ids)}`,
});

const at = (name: string, route: string, address: PageView["address"], as?: PageView["as"]): PageView => ({
  ...page(name, route, as),
  address,
});

const FLOOR_VIEWS: readonly PageView[] = [
  floor("floor"),
  floor("floor-panel", ({ spaceId }) => `?space=${spaceId}`),
  floor("floor-cards", () => "?view=cards"),
  floor("floor-table", () => "?view=table"),
  floor("floor-utilization", () => "?show=utilization"),
  floor("floor-co2", () => "?show=co2"),
  floor("floor-temperature", () => "?show=temperature"),
  floor("floor-bookings", () => "?show=bookings"),
  floor("floor-devices", () => "?show=devices"),
  floor("floor-find", () => "?find=true"),
  floor("floor-past", ({ past }) => `?t=${encodeURIComponent(past)}`),
  at("floor-missing", "/floors/[floorId]", () => "/floors/999999999"),
];

const WORK_VIEWS: readonly PageView[] = [
  page("home", "/"),
  at("space", "/spaces/[spaceId]", ({ spaceId }) => `/spaces/${spaceId}`),
  page("devices", "/devices"),
  page("history", "/history"),
  at("history-room", "/history", ({ spaceId }) => `/history?spaces=${spaceId}&period=7d`),
  at(
    "history-empty",
    "/history",
    ({ spaceId }) => `/history?spaces=${spaceId}&period=custom&from=2019-01-01&to=2019-01-07`,
  ),
  page("history-bookings", "/history/bookings"),
  page("visitors", "/visitors"),
  page("alerts", "/alerts"),
  page("maintenance", "/alerts/maintenance"),
  page("account", "/account"),
  page("account-notifications", "/account/notifications"),
  page("api", "/api/docs"),
];

const ADMIN_VIEWS: readonly PageView[] = [
  page("admin-start", "/admin/start"),
  page("admin-spaces", "/admin/spaces"),
  page("admin-plans", "/admin/plans"),
  at("admin-editor", "/admin/plans/[floorId]", ({ floorId }) => `/admin/plans/${floorId}`),
  page("admin-sources", "/admin/sources"),
  page("admin-thresholds", "/admin/thresholds"),
  page("admin-alert-rules", "/admin/alert-rules"),
  page("admin-kiosks", "/admin/kiosks"),
  page("admin-import", "/admin/import"),
  page("admin-vendors", "/admin/vendors"),
  at("admin-vendor-butlr", "/admin/vendors/[vendor]", () => "/admin/vendors/butlr"),
  at("admin-vendor-disruptive", "/admin/vendors/[vendor]", () => "/admin/vendors/disruptive"),
  at("admin-vendor-zoom", "/admin/vendors/[vendor]", () => "/admin/vendors/zoom"),
  page("admin-deliveries", "/admin/deliveries"),
  page("admin-people", "/admin/people"),
  page("admin-notifications", "/admin/notifications"),
  at("admin-reports", "/admin/notifications", () => "/admin/notifications?tab=reports"),
  page("admin-storage", "/admin/storage"),
  page("admin-audit", "/admin/audit"),
  page("admin-tokens", "/admin/tokens"),
];

const DOOR_VIEWS: readonly PageView[] = [
  page("login", "/login", "nobody"),
  at("login-refused", "/login", () => "/login?error=refused", "nobody"),
  page("setup", "/setup", "nobody"),
  page("second-factor", "/second-factor"),
  at("invite-dead", "/invite", () => "/invite?code=none", "nobody"),
  at("reset-dead", "/reset", () => "/reset?code=none", "nobody"),
  page("kiosk-pairing", "/kiosk", "nobody"),
  page("kiosk", "/kiosk", "screen"),
];

/** Every page of the app, in the states that an address leads to. */
export const EVERY_PAGE: readonly PageView[] = [...FLOOR_VIEWS, ...WORK_VIEWS, ...ADMIN_VIEWS, ...DOOR_VIEWS];

/** The routes of all page.tsx below a folder, without groups and private folders. */
export function pageRoutes(appDir: string): readonly string[] {
  return readdirSync(appDir, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => {
      const parts = path.dirname(file).split(path.sep);
      return `/${parts.filter((part) => part !== "." && !part.startsWith("(")).join("/")}`;
    })
    .sort();
}
