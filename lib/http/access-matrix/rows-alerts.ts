import type { Rows } from "./row";
import type { Site, World } from "./world";

let alerts = 0;

/** An open alert of the site's room, in the state that the row needs. */
const alert =
  (columns: Readonly<Record<string, string>> = {}) =>
  async (at: Site, world: World): Promise<Partial<Site>> => {
    const names = Object.keys(columns);
    const { rows } = await world.db.read.query<{ id: string }>(
      `INSERT INTO alert (cause, kind, code, severity, opened_at, since, last_at, space_id, floor_id, site_id${names.map((name) => `, ${name}`).join("")})
       VALUES ($1, 'room-equipment', 'zoom.alert.other.other', 'notice', now(), now(), now(), $2, $3, $4${names.map((_, i) => `, $${i + 5}`).join("")})
       RETURNING id::text AS id`,
      [`matrix:${++alerts}`, at.spaceId, at.floorId, at.siteId, ...Object.values(columns)],
    );
    return { alertId: rows[0]?.id ?? "" };
  };

const measure = {
  metric: "co2",
  comparison: "above",
  threshold: 1_500,
  clearThreshold: 1_000,
  clearMinutes: 5,
  noDataMinutes: null,
};
const rule = (siteId: string) => ({
  name: "Matrix",
  isEnabled: true,
  severity: "notice",
  forMinutes: 10,
  schedule: "always",
  scope: { within: [siteId] },
  measure,
});

async function ruled(at: Site, world: World): Promise<Partial<Site>> {
  const made = (await world.asAdmin("POST", "/api/alert-rules", rule(at.siteId))) as { id: string };
  return { ruleId: made.id };
}

const action = (verb: string, given: ReturnType<typeof alert>, body?: object) => ({
  [`POST /api/alerts/[alertId]/${verb}`]: {
    needs: "alert:write",
    placed: true,
    given,
    ...(body && { body: () => body }),
  } as const,
});

/** Alerts, what people do with them, and the rules that open them. */
export const ALERT_ROWS: Rows = {
  "GET /api/alerts": { needs: "alert:read" },
  "GET /api/alerts/since": { needs: "alert:read", query: () => "at=2026-11-01T00:00:00Z" },
  "GET /api/alerts/assignees": { needs: "alert:write" },
  "GET /api/alerts/[alertId]": { needs: "alert:read", placed: true, given: alert() },
  ...action("acknowledge", alert()),
  ...action("unacknowledge", alert({ status: "acknowledged" })),
  ...action("snooze", alert(), { for: "1h" }),
  ...action("unsnooze", alert({ status: "snoozed" })),
  ...action("comment", alert(), { text: "Looked at it" }),
  ...action("resolve", alert()),
  ...action("reopen", alert({ status: "resolved", resolved_at: "2026-11-21T00:00:00Z", resolved_reason: "manual" })),
  "POST /api/alerts/[alertId]/assign": {
    needs: "alert:write",
    placed: true,
    given: async (at, world) => ({ ...(await alert()(at, world)), assigneeId: world.people.admin?.id ?? "" }),
    body: ({ assigneeId }) => ({ assigneeId }),
  },
  "POST /api/alerts/bulk": {
    needs: "alert:write",
    placed: true,
    given: alert(),
    body: ({ alertId }) => ({ ids: [alertId], action: { do: "acknowledge" } }),
  },
  "GET /api/alert-rules": { needs: "alert:read" },
  "POST /api/alert-rules": { needs: "rule:write", placed: true, body: ({ siteId }) => rule(siteId) },
  "POST /api/alert-rules/preview": {
    needs: "rule:write",
    placed: true,
    body: ({ siteId }) => ({ rule: rule(siteId), days: 7 }),
    audits: [0, "nothing is kept"],
  },
  "PATCH /api/alert-rules/[ruleId]": {
    needs: "rule:write",
    placed: true,
    given: ruled,
    body: () => ({ version: 1, forMinutes: 20 }),
  },
  "DELETE /api/alert-rules/[ruleId]": { needs: "rule:write", placed: true, given: ruled },
};
