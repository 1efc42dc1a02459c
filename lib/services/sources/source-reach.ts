import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { isAllowed } from "@/lib/auth/authorize";
import type { SourceReach } from "@/lib/db/source-repository";

/** Which sources exist for somebody: those of their sites, and what waits, if they may say where it stands. */
export const sourceReach = (actor: Actor): SourceReach => ({
  sites: actor.sites,
  waiting: isAllowed(actor, "source:assign"),
});
