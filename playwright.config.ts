import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { ADMIN, BUTLR_KEY, DT_SECRET, STORAGE_STATE, ZOOM_SECRET } from "./e2e/fixtures/installation";

// Not "localhost": there engine.io does not listen to the browser's word that it is offline.
const PORT = Number(process.env.E2E_PORT ?? 4273);
const chromium = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((candidate) => candidate && existsSync(candidate));
// One installation for the run, with its own embedded database; the workers inherit the folder by environment.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "occupancy-e2e-"));

const browser = {
  ...devices["Desktop Chrome"],
  viewport: { width: 1440, height: 900 },
  launchOptions: {
    ...(chromium ? { executablePath: chromium } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  },
};

export default defineConfig({
  testDir: "e2e",
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"]],
  use: { baseURL: `http://127.0.0.1:${PORT}`, trace: "retain-on-failure" },
  projects: [
    { name: "setup", testMatch: "sign-in.setup.ts", use: browser },
    { name: "chromium", dependencies: ["setup"], use: { ...browser, storageState: STORAGE_STATE } },
  ],
  webServer: {
    command: "node server.ts",
    url: `http://127.0.0.1:${PORT}/readyz`,
    stdout: "pipe", // warnings only
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      LOG_LEVEL: "warn",
      PORT: String(PORT),
      DATA_DIR: process.env.E2E_DATA_DIR,
      BOOTSTRAP_ADMIN_EMAIL: ADMIN.email,
      BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
      BUTLR_WEBHOOK_KEY: BUTLR_KEY,
      DT_SIGNATURE_SECRET: DT_SECRET,
      ZOOM_WEBHOOK_SECRET_TOKEN: ZOOM_SECRET,
      // Where the journeys receive mail and webhooks.
      OUTGOING_ALLOW: "127.0.0.1",
    },
  },
});
