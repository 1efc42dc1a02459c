import "server-only";
import { type Action, POLICY } from "@/lib/core/access";
import { AppError } from "@/lib/core/errors";
import type { Place } from "@/lib/db/place-of";
import type { Actor } from "./actor";

/** May they? A place outside their sites does not exist for them. For pages that say in their own words who may see them. */
export function isAllowed(actor: Actor, action: Action, place?: Place): boolean {
  return isAllowedSomewhere(actor, action) && (place === undefined || isWithin(actor, place));
}

/**
 * The one question "may they?" of pages, routes and sockets. Throws `unauthenticated`,
 * `second-factor-required`, `forbidden` or `not-found`.
 */
export function authorize(actor: Actor | null, action: Action, place?: Place): asserts actor is Actor {
  if (!actor) throw new AppError("unauthenticated", "Sign in first.", { action });
  if (isHeldBack(actor, action)) {
    const message = "A second factor is asked of you: set it up in your account first.";
    throw new AppError("second-factor-required", message, { action, userId: actor.userId });
  }
  if (!isAllowedSomewhere(actor, action)) {
    const message = actor.scopes === null ? "Your role does not allow this." : "This token does not allow this.";
    throw new AppError("forbidden", message, { action, place, userId: actor.userId });
  }
  if (place && !isWithin(actor, place)) {
    throw new AppError("not-found", "There is nothing here.", { action, place, userId: actor.userId });
  }
}

/** Until they have the second factor that is asked of them, people may do nothing but set it up. */
const isHeldBack = ({ lacksSecondFactor }: Actor, action: Action): boolean =>
  lacksSecondFactor === true && action !== "account:write";

function isAllowedSomewhere(actor: Actor, action: Action): boolean {
  const { role, scopes } = actor;
  const roles: readonly string[] = POLICY[action];
  if (isHeldBack(actor, action)) return false;
  return roles.includes(role) && (scopes === null || scopes.includes(action));
}

/** What stands nowhere yet (a source that waits) is for those who may say where. */
function isWithin(actor: Actor, { siteId }: Place): boolean {
  if (actor.sites === null) return true;
  return siteId === null ? isAllowedSomewhere(actor, "source:assign") : actor.sites.includes(siteId);
}
