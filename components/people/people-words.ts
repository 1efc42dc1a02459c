import { DateTime } from "luxon";
import type { Role } from "@/lib/core/access";
import type { PersonSummary, SiteName } from "@/lib/core/person";

/** What each role may do, for the one who chooses. */
export const ROLE_MEANING: Record<Role, string> = {
  viewer: "Sees the floors and their history.",
  operator: "Also works with alerts and reads the audit log.",
  site_admin: "Also sets up spaces, plans and sensors, of their sites only.",
  admin: "Everything, everywhere: vendors and people too.",
};

/** Which sites somebody sees: "Every site", "Oslo and Bonn", "Oslo and 3 more". */
export function sitesWords(sites: readonly string[] | null, all: readonly SiteName[]): string {
  if (sites === null) return "Every site";
  const names = sites.map((id) => all.find((site) => site.id === id)?.name ?? "A site that is gone");
  const [first, second] = names;
  if (first === undefined) return "No site";
  if (names.length > 2) return `${first} and ${names.length - 1} more`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** A moment on the clock of whoever looks: "today 14:05", "Tue 18 Nov 14:05", "18 Nov 2025". */
export function momentWords(at: string, now: number, zone: string): string {
  const time = DateTime.fromISO(at, { zone, locale: "en-GB" });
  const today = DateTime.fromMillis(now, { zone });
  if (time.hasSame(today, "day")) return `today ${time.toFormat("HH:mm")}`;
  if (time.hasSame(today.minus({ days: 1 }), "day")) return `yesterday ${time.toFormat("HH:mm")}`;
  if (time.hasSame(today.plus({ days: 1 }), "day")) return `tomorrow ${time.toFormat("HH:mm")}`;
  return time.toFormat(Math.abs(time.diff(today, "days").days) < 180 ? "ccc d LLL HH:mm" : "d LLL yyyy");
}

/** Whether a person is what somebody looks for: part of the name, the address, or the role's word. */
export function isFound(person: Pick<PersonSummary, "name" | "email">, roleWord: string, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [person.name, person.email, roleWord].some((text) => text.toLowerCase().includes(wanted));
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** When somebody last came in. */
export const lastSignInWords = (at: string | null, now: number, zone: string): string =>
  at === null ? "Never" : capital(momentWords(at, now, zone));
