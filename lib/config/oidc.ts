import { z } from "zod";
import { Role } from "@/lib/core/access";
import type { GroupAccess } from "@/lib/core/group-access";

const Group = z.union([
  Role.transform((role) => ({ role, sites: null })),
  z.strictObject({ role: Role, sites: z.array(z.string().trim().min(1)).min(1).optional() }),
]);

/** `OIDC_ROLES` as text: group → a role, or a role in sites. */
const GroupRoles = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: 'is not JSON, such as {"facilities-admins":"admin"}' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().min(1), Group, { error: "must be an object from groups to roles" }))
  .transform((groups, context) => {
    const given = new Map<string, GroupAccess>();
    for (const [group, { role, sites = null }] of Object.entries(groups)) {
      const message = misfit(role, sites ?? null);
      if (message) context.addIssue({ code: "custom", path: [group], message });
      given.set(group, { role, sites: sites ?? null });
    }
    return given as ReadonlyMap<string, GroupAccess>;
  });

function misfit(role: Role, sites: readonly string[] | null): string | null {
  if (role === "site_admin" && sites === null)
    return 'a site_admin needs sites: {"role":"site_admin","sites":["Berlin"]}';
  if (role === "admin" && sites !== null) return "an admin sees every site: leave sites out";
  return null;
}

/** http only on this machine, for trying it out: the secret and everybody's identity go this way. */
const Issuer = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.canParse(url) && (url.startsWith("https:") || isLoopback(new URL(url).hostname)), {
    message: "must be https",
  });

const isLoopback = (host: string) => ["localhost", "127.0.0.1", "[::1]"].includes(host);

/** The variables; all are optional for the schema, `oidcSettings` says what goes together. */
export const OIDC_VARIABLES = {
  OIDC_ISSUER: Issuer.optional(),
  OIDC_CLIENT_ID: z.string().trim().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().trim().min(1).max(40).default("single sign-on"),
  OIDC_SCOPES: z.string().trim().min(1).default("openid profile email"),
  OIDC_GROUPS_CLAIM: z.string().trim().min(1).default("groups"),
  OIDC_ROLES: GroupRoles.optional(),
  // Everybody at the provider: what may change things must come from a group.
  OIDC_DEFAULT_ROLE: z.enum(["viewer", "operator"]).optional(),
};

type Given = z.output<z.ZodObject<typeof OIDC_VARIABLES>> & { readonly PUBLIC_URL?: string | undefined };

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How people call it: on the button. */
  readonly name: string;
  readonly scopes: readonly string[];
  readonly groupsClaim: string;
  readonly roles: ReadonlyMap<string, GroupAccess>;
  readonly defaultRole: Role | null;
}

/** Null when it is not set up. Throws when it is set up by half. */
export function oidcSettings(given: Given): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret)
    throw new Error("Set all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none.");
  if (!given.PUBLIC_URL) throw new Error("OIDC needs PUBLIC_URL: the provider sends people back to it.");
  const [roles, defaultRole] = [given.OIDC_ROLES ?? new Map<string, GroupAccess>(), given.OIDC_DEFAULT_ROLE ?? null];
  if (roles.size === 0 && defaultRole === null)
    throw new Error("OIDC needs OIDC_ROLES, OIDC_DEFAULT_ROLE or both: as it is, nobody could sign in.");
  return {
    issuer: issuer.replace(/\/$/, ""),
    clientId,
    clientSecret,
    name: given.OIDC_NAME,
    scopes: given.OIDC_SCOPES.split(/[\s,]+/),
    groupsClaim: given.OIDC_GROUPS_CLAIM,
    roles,
    defaultRole,
  };
}
