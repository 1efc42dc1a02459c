import type { Preferences } from "@/lib/core/preferences";

const YEAR_S = 365 * 86_400;

/** Keeps a choice in this browser; the server reads it with the next page. */
export function keepPreference(name: keyof Preferences, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser we support
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
