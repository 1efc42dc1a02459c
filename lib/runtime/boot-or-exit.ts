import "server-only";
import { boot } from "./boot";
import { singleton } from "./singleton";

/** A process that cannot start says why in one line and ends; half a start would answer 500 to everyone. */
export async function bootOrExit(): Promise<void> {
  try {
    await boot();
    singleton<() => void>("onBooted", () => () => undefined)(); // server.ts waits for this; under `next start` nobody does
  } catch (error) {
    console.error(error instanceof Error ? `Cannot start: ${error.message}` : error);
    if (process.env.LOG_LEVEL === "debug") console.error(error);
    process.exit(1);
  }
}
