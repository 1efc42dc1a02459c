import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const databaseTests = "**/*.db.test.ts";
const serverTests = "**/*.server.test.ts";
const notOurs = ["**/node_modules/**", "**/.next/**", "e2e/**"];

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      "server-only": path.join(root, "lib/testing/server-only.ts"),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...notOurs, databaseTests, serverTests],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [databaseTests],
          exclude: notOurs,
          globalSetup: "lib/postgres/testing/global-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: [serverTests],
          exclude: notOurs,
          globalSetup: ["lib/postgres/testing/global-setup.ts", "lib/testing/require-build.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
