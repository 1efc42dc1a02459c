import { env } from "@/lib/config/env";
import { database } from "@/lib/db/client";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { simulatorState, startSimulator, stopSimulator } from "@/lib/runtime/simulator-process";
import { startState } from "@/lib/runtime/start-state";
import { vendorSecrets } from "@/lib/runtime/vendor-secrets";
import { runSimulator } from "@/lib/services/start/run-simulator";
import { stopTheSimulator } from "@/lib/services/start/stop-the-simulator";

/** Starts a made-up building that posts to this server as the vendors would; only while none has delivered. */
export const POST = handle("vendor:configure", ANYWHERE, async ({ actor }) => {
  const { host, port, butlr } = env();
  const here = host === "0.0.0.0" ? "127.0.0.1" : host;
  const start = (secrets: Parameters<typeof startSimulator>[0]["secrets"]) =>
    startSimulator({ url: `http://${here}:${port}`, secrets, butlrHeader: butlr.header });
  if (simulatorState() === "off") await runSimulator(actor, { db: database(), secrets: vendorSecrets(), start });
  return json(await startState());
});

/** Stops it. What it posted stays until its site is archived. */
export const DELETE = handle("vendor:configure", ANYWHERE, async ({ actor }) => {
  if (simulatorState() === "running") await stopTheSimulator(actor, database(), stopSimulator);
  return json(await startState());
});
