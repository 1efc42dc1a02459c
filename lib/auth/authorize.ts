import "server-only";
import { AppError } from "@/lib/core/errors";
import type { Role } from "@/lib/db/generated/enums";
import type { Actor } from "./actor";

const EVERYONE: readonly Role[] = ["admin", "viewer"];
const ADMINS: readonly Role[] = ["admin"];

/** The whole policy: which roles may do what. */
export const POLICY = {
  "floor:read": EVERYONE,
  "space:read": EVERYONE,
  "space:write": ADMINS,
  "source:read": EVERYONE,
  "source:assign": ADMINS,
  "alert:read": EVERYONE,
  "alert:write": ADMINS,
  "feed:read": EVERYONE,
  "delivery:read": ADMINS,
  "delivery:replay": ADMINS,
  "vendor:configure": ADMINS,
  "user:read": ADMINS,
  "user:write": ADMINS,
  "settings:read": ADMINS,
  "settings:write": ADMINS,
  "audit:read": ADMINS,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof POLICY;

/** What the action is about; named in the error so that the log says what was refused. */
export interface ActionObject {
  type: string;
  id: string | number;
}

/** For pages that say in their own words who may see them. */
export function isAllowed(actor: Actor, action: Action): boolean {
  return POLICY[action].includes(actor.role);
}

/** The one question "may they?" of pages, routes and sockets. Throws `unauthenticated` or `forbidden`. */
export function authorize(actor: Actor | null, action: Action, object?: ActionObject): asserts actor is Actor {
  if (!actor) throw new AppError("unauthenticated", "Sign in first.", { action });
  if (!isAllowed(actor, action)) {
    throw new AppError("forbidden", "Your role does not allow this.", { action, object, userId: actor.userId });
  }
}
