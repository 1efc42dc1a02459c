import type { TokenScope } from "@/lib/core/api-token";

/** What each scope lets a program do, in the order people look for them. */
export const SCOPE_WORDS: Record<TokenScope, string> = {
  "floor:read": "Read floors, live, and their plans",
  "space:read": "Read spaces and their history",
  "source:read": "Read sources and where they stand",
  "alert:read": "Read alerts",
  "feed:read": "Read how the vendors' feeds do",
  "alert:write": "Work with alerts",
  "space:write": "Change spaces",
  "plan:write": "Change floor plans",
  "source:assign": "Say where sources stand",
  "delivery:read": "Read the webhook inbox",
  "audit:read": "Read the audit log",
  "settings:read": "Export the configuration",
};

export const LIFETIMES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
  { value: "730", label: "Two years" },
];

export const day = (iso: string): string =>
  new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
