import { clockTime } from "@/components/state/state-words";
import type { Text } from "@/lib/core/text";

/** The clock of whoever looks. */
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "10:38", with its day when that is not today. */
export const stayClock = (at: string, now: number, t: Text): string => clockTime(Date.parse(at), browserZone(), now, t);

/** Since when a source stands somewhere: its first place has everything it ever said. */
export const sinceWords = (from: string, now: number, t: Text): string =>
  Date.parse(from) === 0 ? t("from its first word") : t("since {time}", { time: stayClock(from, now, t) });
