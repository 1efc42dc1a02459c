/** Request headers that proxy.ts adds for the page. */
export const NONCE_HEADER = "x-nonce";
export const REQUEST_PATH_HEADER = "x-request-path";

export interface PolicyFacts {
  nonce: string;
  /** The Host the browser asked for; null when it is not a plain host name. */
  host: string | null;
  development: boolean;
}

/** What a page may load. Scripts by nonce only; the rest from here. */
export function contentSecurityPolicy({ nonce, host, development }: PolicyFacts): string {
  return [
    "default-src 'self'",
    // React builds error stacks with eval in development.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Mantine and Recharts set style attributes, which no nonce can cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    // Older Safari does not count wss: as 'self'.
    `connect-src 'self'${host === null ? "" : ` ws://${host} wss://${host}`}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** For every answer, page or not. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Only where PUBLIC_URL promises https: over http browsers ignore both, and complain about the first. */
export const HTTPS_HEADERS: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000",
};

export const plainHost = (host: string | null): string | null =>
  host !== null && /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(host) ? host : null;
