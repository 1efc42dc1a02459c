import "server-only";
import type { Role } from "@/lib/core/access";
import { deviceWords } from "@/lib/core/device-words";
import type { PersonSummary, SessionSummary, SiteName } from "@/lib/core/person";
import { shown } from "@/lib/core/space-row";
import type { Database } from "./database";

interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  sites: number[] | null;
  by_provider: boolean;
  two_factor_enabled: boolean;
  sessions: number;
  created_at: Date;
  last_sign_in_at: Date | null;
  disabled_at: Date | null;
}

const PEOPLE = `
SELECT u.id, u.name, u.email, u.role, u.two_factor_enabled, u.created_at, u.last_sign_in_at, u.disabled_at,
  CASE WHEN u.is_scoped THEN ARRAY(SELECT g.site_id FROM user_site g WHERE g.user_id = u.id ORDER BY g.site_id) END AS sites,
  NOT EXISTS (SELECT 1 FROM account a WHERE a.user_id = u.id AND a.provider_id = 'credential') AS by_provider,
  (SELECT count(*)::int FROM session s WHERE s.user_id = u.id AND s.expires_at > now()) AS sessions
FROM "user" u`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function personSummary(row: PersonRow): PersonSummary {
  return {
    id: row.id,
    name: shown(row.name),
    email: shown(row.email),
    role: row.role,
    sites: row.sites?.map(String) ?? null,
    signsInWith: row.by_provider ? "provider" : "password",
    hasSecondFactor: row.two_factor_enabled,
    sessions: row.sessions,
    createdAt: row.created_at.toISOString(),
    lastSignInAt: iso(row.last_sign_in_at),
    disabledAt: iso(row.disabled_at),
  };
}

/** Everybody, by name. */
export async function readPeople(db: Database): Promise<PersonSummary[]> {
  const { rows } = await db.read.query<PersonRow>(`${PEOPLE} ORDER BY lower(u.name), u.email`);
  return rows.map(personSummary);
}

/** One person; null when there is none of this id. */
export async function readPersonSummary(db: Database, personId: string): Promise<PersonSummary | null> {
  const { rows } = await db.read.query<PersonRow>(`${PEOPLE} WHERE u.id = $1`, [personId]);
  return rows[0] ? personSummary(rows[0]) : null;
}

/** The sites people can be limited to. */
export async function readSiteNames(db: Database): Promise<SiteName[]> {
  const { rows } = await db.read.query<{ id: number; name: string | null }>(
    `SELECT id, coalesce(name, vendor_name) AS name FROM space
     WHERE kind = 'site' AND archived_at IS NULL ORDER BY sort_order, lower(coalesce(name, vendor_name)), id`,
  );
  return rows.map(({ id, name }) => ({ id: String(id), name: shown(name ?? "") }));
}

interface SessionRow {
  id: string;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
}

/** The open sessions of a person, newest first; `currentId` is the one who asks. */
export async function readSessions(db: Database, userId: string, currentId: string): Promise<SessionSummary[]> {
  const { rows } = await db.read.query<SessionRow>(
    `SELECT id, ip_address, user_agent, created_at FROM session
     WHERE user_id = $1 AND expires_at > now() ORDER BY created_at DESC LIMIT 200`,
    [userId],
  );
  return rows.map((row) => ({
    id: row.id,
    device: deviceWords(row.user_agent),
    address: row.ip_address ? shown(row.ip_address) : null,
    since: row.created_at.toISOString(),
    isCurrent: row.id === currentId,
  }));
}

/** With what somebody can prove again who they are: their (hashed) password, or a session of the last ten minutes. */
export async function readProof(
  db: Database,
  userId: string,
  sessionId: string,
): Promise<{ hashed: string | null; isFresh: boolean }> {
  const { rows } = await db.read.query<{ hashed: string | null; is_fresh: boolean }>(
    `SELECT (SELECT a.password FROM account a WHERE a.user_id = $1 AND a.provider_id = 'credential') AS hashed,
       EXISTS (SELECT 1 FROM session s WHERE s.id = $2 AND s.created_at > now() - interval '10 minutes') AS is_fresh`,
    [userId, sessionId],
  );
  return { hashed: rows[0]?.hashed ?? null, isFresh: rows[0]?.is_fresh ?? false };
}
