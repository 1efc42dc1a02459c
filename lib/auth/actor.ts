import type { Role } from "@/lib/core/access";

/** Who is asking: a signed-in person or their API token, as the database knew them a moment ago. */
export interface Actor {
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** Ids of the sites that exist for them; null for every site. */
  sites: readonly number[] | null;
  /** What the token they came with is limited to; null for a person. */
  scopes: readonly string[] | null;
  /** Of the session, or `token:` and the id of the token. */
  sessionId: string;
  /** Where the request came from, as far as known. */
  address: string | null;
  /** A second factor is asked of them and they have none: only their own account is open to them. Never of a token. */
  lacksSecondFactor?: boolean;
}

/** Changes when what they may do does: their open sockets end then, and come back with the new rights. */
export const standing = ({ role, sites, lacksSecondFactor = false }: Standing): string =>
  `${role} ${sites === null ? "everywhere" : sites.join()}${lacksSecondFactor ? " after a second factor" : ""}`;

export type Standing = Pick<Actor, "role" | "sites" | "lacksSecondFactor">;
