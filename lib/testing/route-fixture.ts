import type { Auth } from "@/lib/auth/create-auth";
import type { Role } from "@/lib/core/access";
import type { Database } from "@/lib/db/database";
import { addPerson, PASSWORD, type TestPerson } from "./people-fixture";

/** A local account whose name nobody else in this database has; with sites it is limited to them. */
export const person = (db: Database, name: string, role: Role, sites: readonly number[] | null = null) =>
  addPerson(db.read, { name, role, sites }) satisfies Promise<TestPerson>;

export async function addSite(db: Database, name: string): Promise<number> {
  const { id } = await db.prisma.space.create({ data: { kind: "site", name, timeZone: "Europe/Berlin" } });
  return id;
}

/** A session of theirs, as the Cookie header of a browser. */
export async function cookieOf(auth: Auth, email: string, password = PASSWORD): Promise<string> {
  const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
  return cookieHeader(headers);
}

/** What a browser would send back. */
export const cookieHeader = (headers: Headers): string =>
  headers
    .getSetCookie()
    .filter((cookie) => !/Max-Age=0/i.test(cookie))
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

interface Sent {
  readonly cookie?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A request as Next hands it to a route. */
export function sent(method: string, { cookie, body, headers = {} }: Sent = {}): Request {
  return new Request("http://localhost:3000/api", {
    method,
    headers: { host: "occ.example", ...(cookie === undefined ? {} : { cookie }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

export const at = <P>(params: P) => ({ params: Promise.resolve(params) });
