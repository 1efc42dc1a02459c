import type { TokenScope } from "@/lib/core/api-token";
import { intlLocale } from "@/lib/core/locale";
import { type Text, text } from "@/lib/core/text";

/** What each scope lets a program do, in the order people look for them; said by `t`. */
export const SCOPE_WORDS: Record<TokenScope, string> = {
  "floor:read": text("Read floors, live, and their plans"),
  "space:read": text("Read spaces and their history"),
  "source:read": text("Read sources and where they stand"),
  "alert:read": text("Read alerts"),
  "feed:read": text("Read how the vendors' feeds do"),
  "alert:write": text("Work with alerts"),
  "space:write": text("Change spaces"),
  "plan:write": text("Change floor plans"),
  "source:assign": text("Say where sources stand"),
  "delivery:read": text("Read the webhook inbox"),
  "audit:read": text("Read the audit log"),
  "settings:read": text("Export the configuration"),
};

/** Days; said by `t`. */
export const LIFETIMES = [
  { value: "30", label: text("30 days") },
  { value: "90", label: text("90 days") },
  { value: "365", label: text("A year") },
  { value: "730", label: text("Two years") },
];

export const day = (iso: string, t: Text): string =>
  new Date(iso).toLocaleDateString(intlLocale(t.locale), { day: "numeric", month: "short", year: "numeric" });
