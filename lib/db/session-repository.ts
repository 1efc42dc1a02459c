import "server-only";
import type { Role } from "@/lib/core/access";
import { database } from "./client";
import type { Database } from "./database";

/** A person as the database knows them now, with what they may see. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Ids of sites, ascending; null for every site. */
  readonly sites: readonly number[] | null;
  /** A second factor is asked of them, and they have none. */
  readonly lacksSecondFactor: boolean;
}

interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  sites: number[] | null;
  lacks_second_factor: boolean;
}

const PERSON = `u.id, u.name, u.email, u.role,
  CASE WHEN u.is_scoped THEN ARRAY(SELECT g.site_id FROM user_site g WHERE g.user_id = u.id ORDER BY g.site_id) END AS sites`;

/** The provider's people are asked by the provider. The same rule in words: `isAsked`. */
const LACKS_SECOND_FACTOR = `NOT u.two_factor_enabled
  AND coalesce((SELECT CASE value #>> '{}' WHEN 'everybody' THEN true WHEN 'admins' THEN u.role IN ('admin', 'site_admin') END
    FROM setting WHERE name = 'secondFactor'), false)
  AND EXISTS (SELECT 1 FROM account a WHERE a.user_id = u.id AND a.provider_id = 'credential') AS lacks_second_factor`;
/** Programs cannot enter a code: what guards a token is that it is long, limited, and ends. */
const IS_TOKEN = "false AS lacks_second_factor";

const person = ({ id, name, email, role, sites, lacks_second_factor }: PersonRow): Person => ({
  ...{ userId: id, name, email, role, sites },
  lacksSecondFactor: lacks_second_factor,
});

/** Null when there is no such person, or they may not sign in. */
export async function readPerson(userId: string, db: Database = database()): Promise<Person | null> {
  const { rows } = await db.read.query<PersonRow>({
    name: "person",
    text: `SELECT ${PERSON}, ${LACKS_SECOND_FACTOR} FROM "user" u WHERE u.id = $1 AND u.disabled_at IS NULL`,
    values: [userId],
  });
  return rows[0] ? person(rows[0]) : null;
}

/** The person behind an API token (by its SHA-256) that is neither over nor revoked, with what it is limited to. */
export async function readTokenOwner(
  tokenHash: Buffer,
  db: Database = database(),
): Promise<{ person: Person; tokenId: number; scopes: readonly string[] } | null> {
  const { rows } = await db.read.query<PersonRow & { token_id: number; scopes: string[]; is_fresh: boolean }>({
    name: "token-owner",
    text: `SELECT ${PERSON}, ${IS_TOKEN}, t.id AS token_id, t.scopes,
             t.last_used_at > now() - interval '1 minute' AS is_fresh FROM api_token t JOIN "user" u ON u.id = t.user_id
           WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now() AND u.disabled_at IS NULL`,
    values: [tokenHash],
  });
  const row = rows[0];
  if (!row) return null;
  if (!row.is_fresh) await db.read.query("UPDATE api_token SET last_used_at = now() WHERE id = $1", [row.token_id]);
  return { person: person(row), tokenId: row.token_id, scopes: row.scopes };
}

/** Which of these sessions and tokens (`token:` and an id) are still good, and who is behind them now. */
export async function livePersons(db: Database, sessionIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const { rows } = await db.read.query<PersonRow & { session_id: string }>({
    name: "live-persons",
    text: `
      SELECT s.id AS session_id, ${PERSON}, ${LACKS_SECOND_FACTOR} FROM session s JOIN "user" u ON u.id = s.user_id
      WHERE s.id = ANY($1::text[]) AND s.expires_at > now() AND s.created_at > now() - interval '30 days'
        AND u.disabled_at IS NULL
      UNION ALL
      SELECT 'token:' || t.id, ${PERSON}, ${IS_TOKEN} FROM api_token t JOIN "user" u ON u.id = t.user_id
      WHERE 'token:' || t.id = ANY($1::text[]) AND t.revoked_at IS NULL AND t.expires_at > now() AND u.disabled_at IS NULL`,
    values: [sessionIds],
  });
  return new Map(rows.map((row) => [row.session_id, person(row)]));
}
