import { z } from "zod";
import { text } from "./text";

/** Who people can be, weakest first. */
export const ROLES = ["viewer", "operator", "site_admin", "admin"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** How they are called in the interface; said by `t`. */
export const ROLE_WORDS: Record<Role, string> = {
  viewer: text("Viewer"),
  operator: text("Operator"),
  site_admin: text("Site admin"),
  admin: text("Admin"),
};

const EVERYONE: readonly Role[] = ROLES;
const OPERATORS: readonly Role[] = ["operator", "site_admin", "admin"];
const SITE_ADMINS: readonly Role[] = ["site_admin", "admin"];
const ADMINS: readonly Role[] = ["admin"];

/** The whole policy: which roles may do what. Where they may do it is a second question: `Actor.sites`. */
export const POLICY = {
  "floor:read": EVERYONE,
  "space:read": EVERYONE,
  "source:read": EVERYONE,
  "alert:read": EVERYONE,
  "feed:read": EVERYONE,
  /** One's own password, second factor and sessions. */
  "account:write": EVERYONE,
  "alert:write": OPERATORS,
  "audit:read": OPERATORS,
  /** Names of visitors and of whom they visit; how many come is for everyone. */
  "visitor:read": OPERATORS,
  /** Figures mailed to oneself every week or month. */
  "report:write": OPERATORS,
  /** The same to whatever address. */
  "report:address": ADMINS,
  "rule:write": SITE_ADMINS,
  "space:write": SITE_ADMINS,
  "plan:write": SITE_ADMINS,
  "source:assign": SITE_ADMINS,
  "token:write": SITE_ADMINS,
  "site:create": ADMINS,
  "delivery:read": ADMINS,
  "delivery:replay": ADMINS,
  "vendor:configure": ADMINS,
  "user:read": ADMINS,
  "user:write": ADMINS,
  "settings:read": ADMINS,
  "settings:write": ADMINS,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof POLICY;

/** What a token for another program can be limited to. People, secrets and tokens themselves stay with people. */
export const TOKEN_SCOPES = [
  "floor:read",
  "space:read",
  "source:read",
  "alert:read",
  "feed:read",
  "alert:write",
  "audit:read",
  "space:write",
  "plan:write",
  "source:assign",
  "delivery:read",
  "settings:read",
] as const satisfies readonly Action[];

/** For menus and buttons; the server asks again. */
export const mayDo = (role: string, action: Action): boolean => (POLICY[action] as readonly string[]).includes(role);
