import { randomUUID } from "node:crypto";
import type { Auth } from "@/lib/auth/create-auth";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/core/access";
import type { Database } from "@/lib/db/database";

export const PASSWORD = "violet tram under nine maps";

/** A local account; with sites it is limited to them. */
export async function addPerson(db: Database, name: string, role: Role, sites: readonly number[] | null = null) {
  const id = randomUUID();
  const email = `${name.toLowerCase()}-${id.slice(0, 8)}@example.com`;
  const account = { id: randomUUID(), accountId: id, providerId: "credential", password: await hashPassword(PASSWORD) };
  await db.prisma.user.create({
    data: {
      id,
      name,
      email,
      role,
      isScoped: sites !== null,
      accounts: { create: account },
      sites: { create: (sites ?? []).map((siteId) => ({ siteId })) },
    },
  });
  return { id, email, name };
}

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
    .map((cookie) => cookie.split(";")[0])
    .filter((cookie) => !cookie?.endsWith("="))
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
