import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { VendorId } from "@/lib/core/observation";
import { logger } from "./logger";
import { singleton } from "./singleton";

const SCRIPT = path.resolve("scripts/simulate.ts");

interface Held {
  child: ChildProcess | null;
}
const held = (): Held => singleton<Held>("simulator", () => ({ child: null }));

/** The simulator is a guest of the project: an installation may have left it out. */
export function simulatorState(): "off" | "running" | "unavailable" {
  if (held().child !== null) return "running";
  return existsSync(SCRIPT) ? "off" : "unavailable";
}

interface SimulatorOptions {
  /** Where this server answers. */
  readonly url: string;
  readonly secrets: Readonly<Record<VendorId, string>>;
  /** The header in which Butlr sends its key. */
  readonly butlrHeader: string;
}

/** A process of its own that posts a made-up building to this server, as the vendors would; it ends with this server. */
export function startSimulator({ url, secrets, butlrHeader }: SimulatorOptions): void {
  if (simulatorState() !== "off") return;
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", SCRIPT, "--url", url], {
    // The channel carries nothing: it closes when this server ends, however it does.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      BUTLR_WEBHOOK_KEY: secrets.butlr,
      BUTLR_WEBHOOK_HEADER: butlrHeader,
      DT_SIGNATURE_SECRET: secrets.disruptive,
      ZOOM_WEBHOOK_SECRET_TOKEN: secrets.zoom,
    },
  });
  held().child = child;
  let said = "";
  child.stderr?.on("data", (text) => {
    said = `${said}${text}`.slice(-2_000);
  });
  child.on("error", (error) => {
    held().child = null; // one that never ran never exits
    logger().error({ err: error }, "the simulator could not be started");
  });
  child.on("exit", (code) => {
    held().child = null;
    if (code) logger().error({ code, said }, "the simulator ended by itself");
  });
}

/** Resolves when nothing is posted any more. What was posted stays. */
export async function stopSimulator(): Promise<void> {
  const { child } = held();
  if (child === null) return;
  await new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
