import { DateTime } from "luxon";
import { dated } from "./dated";
import type { Text } from "./text";

/**
 * A moment (ms) that is told on a site's clock, on the clock of whoever reads: "06:42 on your clock", with the day where
 * that is another. Undefined where both clocks say the same.
 */
export function ownTime(at: number, siteZone: string, ownZone: string, t: Text): string | undefined {
  const there = DateTime.fromMillis(at, { zone: siteZone });
  const here = DateTime.fromMillis(at, { zone: ownZone });
  if (there.offset === here.offset || !here.isValid) return undefined;
  const isSameDay = there.toISODate() === here.toISODate();
  return t("{time} on your clock", { time: isSameDay ? here.toFormat("HH:mm") : dated(here, "ccc d LLL HH:mm", t) });
}
