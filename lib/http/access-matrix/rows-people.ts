import { randomUUID } from "node:crypto";
import { InviteLink } from "@/lib/core/invite";
import { addPerson, PASSWORD } from "@/lib/testing/people-fixture";
import type { Row, Rows } from "./row";
import type { World } from "./world";

type Given = NonNullable<Row["given"]>;
const LOOK = ["at most one", "personal data: who looks is noted once an hour"] as const;
let turn = 0;
const next = () => `${turn++}`;

async function addSession(world: World, userId: string): Promise<string> {
  const id = randomUUID();
  await world.db.read.query(
    "INSERT INTO session (id, token, user_id, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')",
    [id, randomUUID(), userId],
  );
  return id;
}

const withPerson: Given = async (_, world) => {
  const { id } = await addPerson(world.db.read, { name: "somebody", role: "viewer", sites: null });
  return { personId: id, sessionId: await addSession(world, id) };
};
const withSecondFactor: Given = async (at, world, asker) => {
  const made = await withPerson(at, world, asker);
  const { personId } = made ?? {};
  await world.db.read.query(`UPDATE "user" SET two_factor_enabled = true WHERE id = $1`, [personId]);
  await world.db.read.query(
    "INSERT INTO two_factor (id, user_id, secret, backup_codes) VALUES ($1, $2, 'sealed', 'sealed')",
    [randomUUID(), personId],
  );
  return made;
};
const withOwnSession: Given = async (_, world, asker) =>
  asker.userId === null ? { sessionId: "none" } : { sessionId: await addSession(world, asker.userId) };
const invitation = () => ({ email: `guest-${next()}@people.example`, access: { role: "viewer", sites: null } });
const withInvite: Given = async (_, world) => ({
  inviteId: InviteLink.parse(await world.asAdmin("POST", "/api/invites", invitation())).invite.id,
});

/** People, invitations, and one's own account. */
export const PEOPLE_ROWS: Rows = {
  "GET /api/account": { needs: "account:write" },
  "PATCH /api/account": { needs: "account:write", body: () => ({ name: `Somebody ${next()}` }) },
  "GET /api/account/sessions": { needs: "account:write" },
  "DELETE /api/account/sessions": {
    needs: "account:write",
    given: withOwnSession,
    body: () => ({ password: PASSWORD }),
  },
  "DELETE /api/account/sessions/[sessionId]": {
    needs: "account:write",
    given: withOwnSession,
    body: () => ({ password: PASSWORD }),
  },
  "GET /api/people": { needs: "user:read", audits: LOOK },
  "PATCH /api/people/[personId]": {
    needs: "user:write",
    given: withPerson,
    body: ({ siteId }) => ({ access: { role: "site_admin", sites: [siteId] } }),
  },
  "DELETE /api/people/[personId]/second-factor": { needs: "user:write", given: withSecondFactor },
  "POST /api/people/[personId]/reset-link": { needs: "user:write", given: withPerson },
  "GET /api/people/[personId]/sessions": { needs: "user:read", given: withPerson, audits: LOOK },
  "DELETE /api/people/[personId]/sessions": { needs: "user:write", given: withPerson },
  "DELETE /api/people/[personId]/sessions/[sessionId]": { needs: "user:write", given: withPerson },
  "GET /api/sign-in-rules": { needs: "user:read" },
  "PUT /api/sign-in-rules": {
    needs: "user:write",
    body: () => ({ secondFactor: "nobody" }),
    audits: [0, "it is nobody already"],
  },
  "GET /api/invites": { needs: "user:read" },
  "POST /api/invites": { needs: "user:write", body: invitation },
  "DELETE /api/invites/[inviteId]": { needs: "user:write", given: withInvite },
  "POST /api/invites/[inviteId]/link": { needs: "user:write", given: withInvite },
};
