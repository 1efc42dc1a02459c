import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/config/env";
import {
  contentSecurityPolicy,
  HTTPS_HEADERS,
  NONCE_HEADER,
  plainHost,
  REQUEST_PATH_HEADER,
  SECURITY_HEADERS,
} from "@/lib/http/security-headers";

/** Headers for pages. Decides nothing about who may see them: pages, routes and sockets ask authorize(). */
export function proxy(request: NextRequest): NextResponse {
  const { publicUrl, production } = env();
  const nonce = randomBytes(16).toString("base64");
  const host = plainHost(request.headers.get("host"));
  const policy = contentSecurityPolicy({ nonce, host, development: !production });
  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set(REQUEST_PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  // Next puts the nonce it finds here on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  const https = publicUrl?.startsWith("https:") ?? false;
  const added = { ...SECURITY_HEADERS, ...(https && HTTPS_HEADERS), "Content-Security-Policy": policy };
  for (const [name, value] of Object.entries(added)) response.headers.set(name, value);
  return response;
}

// Pages only (one of them is /api/docs): matching a route with a body makes Next buffer it, and cut it off at 10 MB.
export const config = {
  matcher: ["/((?!api/(?!docs$)|_next/|socket\\.io|healthz|readyz|metrics|favicon\\.ico).*)"],
};
