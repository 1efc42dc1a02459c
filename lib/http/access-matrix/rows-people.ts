import { randomUUID } from "node:crypto";
import { addPerson } from "@/lib/testing/people-fixture";
import type { Row, Rows } from "./row";

const uniqueWord = () => randomUUID().replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "");

/** Somebody new who is signed in with a second factor: whatever is taken away from them was there. */
const somebody: NonNullable<Row["given"]> = async (_, { db }) => {
  const { id: personId } = await addPerson(db.read, { name: uniqueWord(), role: "viewer", sites: null });
  const sessionId = randomUUID();
  await db.prisma.session.create({
    data: { id: sessionId, token: randomUUID(), userId: personId, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  await db.prisma.user.update({ where: { id: personId }, data: { twoFactorEnabled: true } });
  return { personId, sessionId };
};

const invitation: NonNullable<Row["given"]> = async (_, world) => {
  const draft = { email: `${uniqueWord()}@people.example`, access: { role: "viewer", sites: null } };
  const { invite } = (await world.asAdmin("POST", "/api/invites", draft)) as { invite: { id: string } };
  return { inviteId: invite.id };
};

/** People, invitations, and one's own account. */
export const PEOPLE_ROWS: Rows = {
  "GET /api/people": { needs: "user:read" },
  "PATCH /api/people/[personId]": { needs: "user:write", given: somebody, body: () => ({ disabled: true }) },
  "DELETE /api/people/[personId]/second-factor": { needs: "user:write", given: somebody },
  "GET /api/people/[personId]/sessions": { needs: "user:read", given: somebody },
  "DELETE /api/people/[personId]/sessions": { needs: "user:write", given: somebody },
  "DELETE /api/people/[personId]/sessions/[sessionId]": { needs: "user:write", given: somebody },
  "GET /api/invites": { needs: "user:read" },
  "POST /api/invites": {
    needs: "user:write",
    body: () => ({ email: `${uniqueWord()}@people.example`, access: { role: "viewer", sites: null } }),
  },
  "DELETE /api/invites/[inviteId]": { needs: "user:write", given: invitation },
  "POST /api/invites/[inviteId]/link": { needs: "user:write", given: invitation },
  "GET /api/account": { needs: "account:write" },
  "PATCH /api/account": { needs: "account:write", body: () => ({ name: uniqueWord() }) },
  "GET /api/account/sessions": { needs: "account:write" },
  "DELETE /api/account/sessions": {
    needs: "account:write",
    audits: [0, "nobody in the matrix is signed in elsewhere, and a token may not do it"],
  },
  "DELETE /api/account/sessions/[sessionId]": {
    needs: "account:write",
    given: somebody,
    audits: [0, "the session is another person's: there is none of this id for anybody else"],
  },
};
