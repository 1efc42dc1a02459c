import { randomBytes } from "node:crypto";
import type { Row, Rows } from "./row";

const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A screen that still shows its code. */
const waiting: Row["given"] = async (_, { db }) => {
  const code = Array.from(randomBytes(8), (byte) => SIGNS[byte % SIGNS.length]).join("");
  await db.read.query("INSERT INTO kiosk (token_hash, code, code_ends_at) VALUES ($1, $2, now() + interval '1 hour')", [
    randomBytes(32),
    code,
  ]);
  return { code };
};

/** A screen of the site. */
const paired: Row["given"] = async ({ siteId, floorId }, { db }) => {
  const { rows } = await db.read.query<{ id: number }>(
    `INSERT INTO kiosk (token_hash, name, site_id, floor_ids, approved_at, approved_by)
     VALUES ($1, 'Lobby', $2, ARRAY[$3::int], now(), 'Ada') RETURNING id`,
    [randomBytes(32), siteId, floorId],
  );
  return { kioskId: String(rows[0]?.id) };
};

/** Screens on a wall: for those who look after spaces. */
export const KIOSK_ROWS: Rows = {
  "GET /api/kiosks": { needs: "space:write" },
  "POST /api/kiosks": {
    needs: "space:write",
    placed: true,
    given: waiting,
    body: ({ code, floorId }) => ({ code, name: "Lobby", floorIds: [floorId] }),
    smuggles: (mine, theirs) => [
      { code: mine.code, name: "Lobby", floorIds: [mine.floorId], here: { floorId: theirs.floorId, x: 0.5, y: 0.5 } },
    ],
  },
  "PATCH /api/kiosks/[kioskId]": {
    needs: "space:write",
    placed: true,
    given: paired,
    body: () => ({ turnS: 30 }),
    smuggles: (_, theirs) => [{ floorIds: [theirs.floorId] }, { here: { floorId: theirs.floorId, x: 0.5, y: 0.5 } }],
  },
  "DELETE /api/kiosks/[kioskId]": { needs: "space:write", placed: true, given: paired },
};
