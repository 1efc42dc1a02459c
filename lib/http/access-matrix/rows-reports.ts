import type { Row, Rows } from "./row";
import type { Site } from "./world";

const draft = (within: string) => ({ within, every: "week", weekday: 1, toOwner: true, addresses: [], language: "en" });

/** A report about the floor: of who asks, where they may have one, else of the admin. */
const withReport: Row["given"] = async ({ floorId }, { db, people }, { userId }) => {
  const { rows } = await db.read.query<{ id: number }>(
    `INSERT INTO report (owner_id, within_id, kind, hours, every, weekday, to_owner, addresses, language, next_at)
     VALUES ($1, $2, 'room', 'working', 'week', 1, true, '{}', 'en', now() + interval '7 days') RETURNING id`,
    [userId ?? people.admin?.id, Number(floorId)],
  );
  return { reportId: String(rows[0]?.id) };
};

const smuggles = (_: Site, theirs: Site) => [draft(theirs.siteId), draft(theirs.floorId)];

/** Figures that are mailed regularly. */
export const REPORT_ROWS: Rows = {
  "GET /api/reports": { needs: "report:write" },
  "POST /api/reports": { needs: "report:write", placed: true, body: ({ floorId }) => draft(floorId), smuggles },
  "PATCH /api/reports/[reportId]": {
    needs: "report:write",
    placed: true,
    given: withReport,
    body: () => ({ version: 1, isPaused: true }),
  },
  "DELETE /api/reports/[reportId]": { needs: "report:write", placed: true, given: withReport },
  "POST /api/reports/[reportId]/send": { needs: "report:write", placed: true, given: withReport },
};
