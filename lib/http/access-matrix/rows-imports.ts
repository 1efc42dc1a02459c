import type { Rows } from "./row";

let turn = 0;
const CHANGES_NOTHING = [0, "a preview changes nothing"] as const;

const NOTHING = { types: [], spaces: [], plans: [], sources: [], settings: [], drawings: [] };
const EMPTY = { format: "occupancy-configuration", version: 1, exportedAt: "2026-11-01T00:00:00Z", ...NOTHING };

/** Many at once. */
export const IMPORT_ROWS: Rows = {
  "GET /api/exports/spaces": { needs: "space:write", audits: [1, "exports are in the log"] },
  "GET /api/imports/spaces": { needs: "space:write" },
  "POST /api/imports/spaces": {
    needs: "space:write",
    body: ({ spaceId }) => `Space id,Capacity\n${spaceId},${turn++}`,
    audits: CHANGES_NOTHING,
  },
  "POST /api/imports/spaces/apply": {
    needs: "space:write",
    query: () => `fingerprint=${"0".repeat(64)}`,
    body: ({ spaceId }) => `Space id,Capacity\n${spaceId},7`,
    ok: [409],
    audits: [0, "the fingerprint is of no preview"],
  },
  "POST /api/imports/spaces/undo": {
    needs: "space:write",
    placed: true,
    body: ({ spaceId }) => ({ roots: [{ id: spaceId, name: "another name" }] }),
    ok: [409],
    audits: [0, "the name is not that of the space"],
  },
  "GET /api/configuration": { needs: "settings:read", audits: [1, "exports are in the log"] },
  "POST /api/configuration/import": {
    needs: "settings:write",
    query: () => "apply=true",
    body: () => EMPTY,
    ok: [409],
    audits: [0, "there are spaces already"],
  },
};
