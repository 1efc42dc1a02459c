import type { DateTime } from "luxon";
import type { Locale } from "./locale";

/** A moment by its clock, as an English reader expects it; luxon's signs. */
export type MomentPattern =
  | "ccc d LLL HH:mm"
  | "ccc d LLL HH:mm:ss"
  | "ccc d LLL yyyy HH:mm"
  | "ccc d LLL yyyy"
  | "ccc d LLL"
  | "cccc d LLLL yyyy"
  | "cccc d LLLL"
  | "d LLL HH:mm"
  | "d LLL yyyy HH:mm"
  | "d LLL yyyy"
  | "d LLL"
  | "LLLL yyyy"
  | "ccc";

/** "Tue 17 Nov 14:05", "Di 17. Nov 14:05", "11月17日(火) 14:05": the parts of the pattern in the reader's language and order. */
export function momentWords(at: DateTime, pattern: MomentPattern, locale: Locale): string {
  return at.setLocale(locale === "en" ? "en-GB" : locale).toFormat(ordered(pattern, locale));
}

function ordered(pattern: MomentPattern, locale: Locale): string {
  if (locale === "de") return pattern.replace(/d (?=L)/, "d. ");
  if (locale === "es") return pattern.replace(/d LLLL/, "d 'de' LLLL").replace(/LLLL yyyy/, "LLLL 'de' yyyy");
  if (locale !== "ja") return pattern;
  const has = (sign: string) => pattern.includes(sign);
  const day = `${has("yyyy") ? "yyyy年" : ""}${has("LLL") ? "M月" : ""}${has("d") ? "d日" : ""}`;
  const weekday = has("cccc") ? "cccc" : has("ccc") ? "ccc" : "";
  const time = /HH.*$/.exec(pattern)?.[0] ?? "";
  const named = day !== "" && weekday !== "" ? `${day}(${weekday})` : `${day}${weekday}`;
  return time === "" ? named : `${named} ${time}`;
}
