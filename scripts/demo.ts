import path from "node:path";
import { z } from "zod";
import { runDemo } from "@/lib/demo/run-demo";

const Settings = z.object({
  DATA_DIR: z.string().min(1).default(".data-demo"),
  PORT: z.coerce.number().int().min(1).max(65_000).default(3000),
});

const projectDir = path.join(import.meta.dirname, "..");
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());

try {
  const settings = Settings.parse(process.env);
  await runDemo({ projectDir, dataDir: path.resolve(settings.DATA_DIR), port: settings.PORT }, stop.signal);
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(`\nThe demo cannot run: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
// Everything is stopped: a webhook that is still being tried again must not hold the process.
process.exit();
