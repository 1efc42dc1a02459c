import type { SpaceSnapshot, SpaceTrouble } from "./floor";
import type { SpaceStateName } from "./space-state";

const STATES: readonly SpaceStateName[] = ["over", "stale", "offline", "ghost"];
const GRAVE: readonly SpaceTrouble["severity"][] = ["critical", "major"];

/** Somebody should look after it: by its state, or because something grave is wrong with a device of it. */
export const needsSomebody = (state: SpaceStateName, alerts: SpaceSnapshot["alerts"]): boolean =>
  STATES.includes(state) || alerts.some(({ severity }) => GRAVE.includes(severity));
