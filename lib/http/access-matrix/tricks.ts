const INNER = ["proxy", "src/proxy", "middleware", "src/middleware"];

/** Headers of past advisories about Next's middleware, and of proxies that some frameworks believe. */
export const TRICKS: readonly (readonly [string, Record<string, string>])[] = [
  ...INNER.map(
    (name) =>
      [`x-middleware-subrequest: ${name}`, { "x-middleware-subrequest": Array(5).fill(name).join(":") }] as const,
  ),
  [
    "x-middleware-next and -override-headers",
    { "x-middleware-next": "1", "x-middleware-override-headers": "cookie", "x-middleware-request-cookie": "a=b" },
  ],
  ["x-middleware-rewrite", { "x-middleware-rewrite": "/healthz" }],
  ["x-nextjs-data", { "x-nextjs-data": "1" }],
  [
    "x-matched-path and -invoke-path",
    { "x-matched-path": "/healthz", "x-invoke-path": "/healthz", "x-invoke-status": "200" },
  ],
  ["a flight request", { rsc: "1" }],
  ["a flight prefetch", { rsc: "1", "next-router-prefetch": "1" }],
  ["x-original-url", { "x-original-url": "/healthz", "x-rewrite-url": "/healthz" }],
  ["x-http-method-override", { "x-http-method-override": "GET", "x-method-override": "GET" }],
  [
    "a forwarded host and address",
    {
      "x-forwarded-host": "localhost",
      "x-forwarded-for": "127.0.0.1",
      "x-real-ip": "127.0.0.1",
      forwarded: "for=127.0.0.1",
    },
  ],
  [
    "an authenticated user by header",
    {
      "x-user-id": "admin",
      "x-forwarded-user": "admin",
      "x-peer-address": "127.0.0.1",
      authorization: "Basic YWRtaW46YWRtaW4=",
    },
  ],
  ["a made-up token", { authorization: `Bearer ${"A".repeat(43)}` }],
  [
    "a forged preview and session",
    { cookie: "__prerender_bypass=1; better-auth.session_token=forged; occupancy.session_token=forged.sig" },
  ],
];
