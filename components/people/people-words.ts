import { DateTime } from "luxon";
import type { Role } from "@/lib/core/access";
import { dated } from "@/lib/core/dated";
import type { PersonSummary, SiteName } from "@/lib/core/person";
import { type Text, text } from "@/lib/core/text";

/** What each role may do, for the one who chooses; said by `t`. */
export const ROLE_MEANING: Record<Role, string> = {
  viewer: text("Sees the floors and their history."),
  operator: text("Also works with alerts and reads the audit log."),
  site_admin: text("Also sets up spaces, plans and sensors, of their sites only."),
  admin: text("Everything, everywhere: vendors and people too."),
};

/** Which sites somebody sees: "Every site", "Oslo and Bonn", "Oslo and 3 more". */
export function sitesWords(sites: readonly string[] | null, all: readonly SiteName[], t: Text): string {
  if (sites === null) return t("Every site");
  const names = sites.map((id) => all.find((site) => site.id === id)?.name ?? t("A site that is gone"));
  const [first, second] = names;
  if (first === undefined) return t("No site");
  if (names.length > 2) return t("{first} and {count} more", { first, count: names.length - 1 });
  return second === undefined ? first : t("{first} and {second}", { first, second });
}

/** A moment on the clock of whoever looks: "today 14:05", "Tue 18 Nov 14:05", "18 Nov 2025". */
export function momentWords(at: string, now: number, zone: string, t: Text): string {
  const time = DateTime.fromISO(at, { zone });
  const today = DateTime.fromMillis(now, { zone });
  const clock = time.toFormat("HH:mm");
  if (time.hasSame(today, "day")) return t("today {clock}", { clock });
  if (time.hasSame(today.minus({ days: 1 }), "day")) return t("yesterday {clock}", { clock });
  if (time.hasSame(today.plus({ days: 1 }), "day")) return t("tomorrow {clock}", { clock });
  return dated(time, Math.abs(time.diff(today, "days").days) < 180 ? "ccc d LLL HH:mm" : "d LLL yyyy", t);
}

/** Whether a person is what somebody looks for: part of the name, the address, or the role's word. */
export function isFound(person: Pick<PersonSummary, "name" | "email">, roleWord: string, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [person.name, person.email, roleWord].some((text) => text.toLowerCase().includes(wanted));
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** When somebody last came in. */
export const lastSignInWords = (at: string | null, now: number, zone: string, t: Text): string =>
  at === null ? t("Never") : capital(momentWords(at, now, zone, t));
