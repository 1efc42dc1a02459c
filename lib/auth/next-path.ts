const BASE = "http://occupancy.invalid";
const PRINTABLE_PATH = /^\/(?![/\\])[^\\\p{Cc}\p{Zl}\p{Zp}]*$/u;
const NOT_A_PAGE = /^\/(login|setup|api(?!\/docs$)|_next|socket\.io)(\/|$)|%2f|%5c/i;

/** Where to go after signing in: a page of ours, or "/" for anything else. */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== "string" || wanted.length > 2000 || !PRINTABLE_PATH.test(wanted)) return "/";
  if (!URL.canParse(wanted, BASE)) return "/";
  const url = new URL(wanted, BASE);
  const path = url.pathname + url.search + url.hash;
  // Dot segments can leave "//host" behind: /.//host
  if (url.origin !== BASE || !PRINTABLE_PATH.test(path) || NOT_A_PAGE.test(url.pathname)) return "/";
  return path;
}
