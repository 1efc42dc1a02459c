import "server-only";
import type { StartState } from "@/lib/core/start";
import { readStart } from "@/lib/db/start-repository";
import { simulatorState } from "./simulator-process";

/** How far the first set-up has come. */
export const startState = async (): Promise<StartState> => ({ ...(await readStart()), simulator: simulatorState() });
