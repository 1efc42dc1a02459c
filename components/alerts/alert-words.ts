import { DateTime } from "luxon";
import type { Alert, AlertSeverity } from "@/lib/core/alert";
import { dated } from "@/lib/core/dated";
import { readerUnit } from "@/lib/core/reader-unit";
import type { Text } from "@/lib/core/text";
import type { Words } from "@/lib/core/words";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** On whose clock, and in whose words. `now` is ms. */
export interface Says {
  readonly t: Text;
  readonly now: number;
}

/** How long, in at most two units: "now", "22 min", "1 h 1 min", "3 days". */
export function longWords(ms: number, t: Text): string {
  if (ms < MINUTE) return t("now");
  if (ms < HOUR) return t("{minutes} min", { minutes: Math.floor(ms / MINUTE) });
  if (ms >= 2 * DAY) return t("{days} days", { days: Math.floor(ms / DAY) });
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  return minutes === 0 || hours > 5 ? t("{hours} h", { hours }) : t("{hours} h {minutes} min", { hours, minutes });
}

/** How old an alert is: until now, or until it was over. */
export function ageOf({ since, resolvedAt }: Pick<Alert, "since" | "resolvedAt">, { t, now }: Says): string {
  const end = resolvedAt === null ? now : Date.parse(resolvedAt);
  return longWords(Math.max(0, end - Date.parse(since)), t);
}

/** The clock of where it is about; of who looks, when it is about no place. */
export const zoneOf = ({ site }: Pick<Alert, "site">): string => site?.timeZone ?? "local";

/** A moment on the clock of a zone, with its day when that is not today. */
export function clockWords(at: string, zone: string, { t, now }: Pick<Says, "t" | "now">): string {
  const time = DateTime.fromISO(at, { zone });
  const isToday = time.hasSame(DateTime.fromMillis(now, { zone }), "day");
  return isToday ? time.toFormat("HH:mm") : dated(time, "ccc d LLL HH:mm", t);
}

/** The plain title. */
export const titleOf = ({ title }: Pick<Alert, "title">, t: Text): string => t(title.text, title.values);

/** What it means for people now, and what more is known; "" when neither says anything. */
export function impactWords(alert: Alert, says: Says): string {
  const { t } = says;
  const detail = alert.detail ? detailWords(alert.detail, t) : "";
  return [peopleWords(alert, says), detail].filter(Boolean).join(" · ");
}

/** What more is known, with temperatures in the reader's unit. */
function detailWords({ text, values }: Words, t: Text): string {
  const { unit, value, limit } = values;
  if (typeof unit !== "string" || typeof value !== "number" || typeof limit !== "number") return t(text, values);
  const reader = readerUnit(unit, t);
  return t(text, { ...values, unit: reader.unit, value: reader.shown(value), limit: reader.shown(limit) });
}

function peopleWords(alert: Alert, says: Says): string {
  const { t, now } = says;
  const { people, booking } = alert.impact;
  if (alert.status === "resolved") return "";
  const isRunning = booking !== null && Date.parse(booking.startsAt) <= now;
  const at = booking && (isRunning ? booking.endsAt : booking.startsAt);
  const time = at ? clockWords(at, zoneOf(alert), says) : null;
  if (people !== null && people > 0) {
    if (time === null) return t("{people, plural, one {# person inside} other {# people inside}}", { people });
    return isRunning
      ? t("{people, plural, one {# person inside} other {# people inside}}, meeting until {time}", { people, time })
      : t("{people, plural, one {# person inside} other {# people inside}}, next meeting {time}", { people, time });
  }
  if (isRunning) return time === null ? t("Meeting now") : t("Meeting until {time}", { time });
  if (time !== null) return t("Next meeting {time}", { time });
  if (people === 0) return t("Nobody inside");
  const { spaces } = alert.impact;
  return spaces > 1 ? t("{spaces, plural, one {# space} other {# spaces}} affected", { spaces }) : "";
}

/** The neutral chip. Unconfirmed says more than open. */
export function statusWords(alert: Alert, says: Says): string {
  const { t } = says;
  if (alert.suppressedBy && alert.status !== "resolved") return t("Suppressed");
  switch (alert.status) {
    case "open":
      return alert.isConfirmed ? t("Open") : t("Unconfirmed");
    case "acknowledged":
      return alert.isConfirmed ? t("Acknowledged") : t("Unconfirmed");
    case "resolved":
      return t("Resolved");
    case "snoozed":
      return alert.snoozedUntil === null
        ? t("Snoozed until clear")
        : t("Snoozed to {time}", { time: clockWords(alert.snoozedUntil, zoneOf(alert), says) });
  }
}

export function severityWord(severity: AlertSeverity, t: Text): string {
  return { critical: t("Critical"), warning: t("Warning"), notice: t("Notice") }[severity];
}

/** Where it is, from the room up; "" when it is about no place. */
export const placeWords = ({ space, floor, site }: Alert): string =>
  [space?.name, floor?.id === space?.id ? null : floor?.name, site?.name].filter(Boolean).join(" · ");

/** The whole row as one sentence. */
export function sentenceOf(alert: Alert, says: Says): string {
  const { t } = says;
  return [
    titleOf(alert, t),
    severityWord(alert.severity, t),
    impactWords(alert, says).replaceAll(" · ", ", "),
    alert.count > 1 ? t("{count} times", { count: alert.count }) : "",
    alert.children > 0
      ? t("{count, plural, one {# alert belongs} other {# alerts belong}} to it", { count: alert.children })
      : "",
    statusWords(alert, says),
    alert.assignee ? t("assigned to {name}", { name: alert.assignee.name }) : "",
    t("for {age}", { age: ageOf(alert, says) }),
  ]
    .filter(Boolean)
    .join(", ");
}

/** First letters, for the little round sign of a person. */
export const initials = (name: string): string =>
  name
    .split(/[\s._-]+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("") || "?";
