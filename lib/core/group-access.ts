import { ROLES, type Role } from "./access";

/** What a group of the identity provider gives; `sites` are names, null for every site. */
export interface GroupAccess {
  readonly role: Role;
  readonly sites: readonly string[] | null;
}

const rank = (role: Role): number => ROLES.indexOf(role);

/**
 * What somebody may do who is in these groups: the strongest role that one of them gives, in all the sites in which
 * they give it. Null when none gives any and nobody said what everybody gets.
 */
export function accessOfGroups(
  groups: readonly string[],
  given: ReadonlyMap<string, GroupAccess>,
  everybody: Role | null,
): GroupAccess | null {
  const found = groups.flatMap((group) => given.get(group) ?? []);
  if (found.length === 0) return everybody && { role: everybody, sites: null };
  const strongest = found.reduce((a, b) => (rank(b.role) > rank(a.role) ? b : a)).role;
  const giving = found.filter(({ role }) => role === strongest);
  if (giving.some(({ sites }) => sites === null)) return { role: strongest, sites: null };
  return { role: strongest, sites: [...new Set(giving.flatMap(({ sites }) => sites ?? []))] };
}

/** The groups in a claim: a list of texts, or one text. Anything else is none. */
export function groupsInClaim(claim: unknown): string[] {
  const list: unknown[] = Array.isArray(claim) ? claim : [claim];
  return list.filter((group) => typeof group === "string" && group !== "") as string[];
}
