import "server-only";

/** The token in a screen's cookie; null for none. */
export function kioskToken(headers: Headers): string | null {
  return /(?:^|;\s*)kiosk=([\w-]{43})(?:;|$)/.exec(headers.get("cookie") ?? "")?.[1] ?? null;
}
