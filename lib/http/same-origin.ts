import "server-only";
import { AppError } from "@/lib/core/errors";
import { plainHost } from "./security-headers";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Is this Origin us? PUBLIC_URL, or the very host the browser asked for. */
export function isOwnOrigin(origin: string, host: string | null, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  if (!/^https?:$/.test(given.protocol) || given.origin !== origin) return false;
  if (publicUrl !== null && given.origin === new URL(publicUrl).origin) return true;
  const asked = `${given.protocol}//${plainHost(host)}`;
  return plainHost(host) !== null && URL.canParse(asked) && new URL(asked).host === given.host;
}

/** Refuses a change that another site's page sent. Callers that are no browser send neither header and pass. */
export function assertSameOrigin(request: Request, publicUrl: string | null): void {
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const known = origin === null || isOwnOrigin(origin, request.headers.get("host"), publicUrl);
  // Browsers leave Sec-Fetch-Site out on plain http; behind a proxy that rewrites Host it is all we have.
  const ours = site === null ? known : site === "same-origin" || (site === "none" && known);
  if (!ours) throw new AppError("forbidden", "This request came from another site.", { origin, site });
}
