import type { FloorSnapshot } from "@/lib/core/floor";
import type { Text } from "@/lib/core/text";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An age in as few words as a strip has room for: "3 s", "6 min", "2 h", "3 days". */
export function shortAge(ms: number, t: Text): string {
  if (ms < MINUTE_MS) return t("{seconds} s", { seconds: Math.max(0, Math.floor(ms / SECOND_MS)) });
  if (ms < HOUR_MS) return t("{minutes} min", { minutes: Math.floor(ms / MINUTE_MS) });
  if (ms < 2 * DAY_MS) return t("{hours} h", { hours: Math.floor(ms / HOUR_MS) });
  return t("{days} days", { days: Math.floor(ms / DAY_MS) });
}

/** How many spaces of a floor rely on a vendor, in words; null when none does. */
export function outOfDateWords(spaces: FloorSnapshot["spaces"], vendor: string, t: Text): string | null {
  const affected = spaces.filter(({ sources }) => sources.some((source) => source.vendor === vendor));
  if (affected.length === 0) return null;
  const areRooms = affected.every(({ kind }) => kind === "room");
  const count = affected.length;
  return areRooms
    ? t("{count, plural, one {# room} other {# rooms}} may be out of date.", { count })
    : t("{count, plural, one {# space} other {# spaces}} may be out of date.", { count });
}
