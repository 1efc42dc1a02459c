import { datedAt } from "./dated";
import type { Text } from "./text";
import { wallDate, wallTime, zoneOffset } from "./wall-clock";

/**
 * A moment (ms) that is told on a site's clock, on the clock of whoever reads: "06:42 on your clock", with the day where
 * that is another. Undefined where both clocks say the same.
 */
export function ownTime(at: number, siteZone: string, ownZone: string, t: Text): string | undefined {
  if (zoneOffset(at, siteZone) === zoneOffset(at, ownZone)) return undefined;
  const isSameDay = wallDate(at, siteZone) === wallDate(at, ownZone);
  const time = isSameDay ? wallTime(at, ownZone) : datedAt(at, ownZone, "ccc d LLL HH:mm", t);
  return t("{time} on your clock", { time });
}
