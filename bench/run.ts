import { spawnSync } from "node:child_process";
import path from "node:path";
import { benchAlerts } from "./alerts";
import { benchEndToEnd, endToEndOptions } from "./end-to-end";
import { printFigures } from "./figure";
import { benchHistory, historyOptions } from "./history";
import { benchIngest, ingestOptions } from "./ingest";
import { benchSnapshot } from "./snapshot";

const USAGE = `usage: npm run bench [-- ingest | end-to-end | snapshot | history | alerts | kill | plan | inbox [options]]
What there is to choose stands in bench/README.md. Without a word: all of it.`;

/** In a process of its own. */
function runFile(file: string, args: string[]): boolean {
  const node = ["--conditions=react-server", "--import", "tsx", path.join(import.meta.dirname, file), ...args];
  return spawnSync(process.execPath, node, { stdio: "inherit" }).status === 0;
}

const PARTS: Record<string, (args: string[]) => Promise<boolean>> = {
  ingest: async (args) => {
    printFigures("Ingest", await benchIngest(ingestOptions(args)));
    return true;
  },
  "end-to-end": async (args) => {
    printFigures("End to end", await benchEndToEnd(endToEndOptions(args)));
    return true;
  },
  snapshot: async (args) => {
    printFigures("Snapshot of a floor", await benchSnapshot(args));
    return true;
  },
  history: async (args) => {
    printFigures("History", await benchHistory(historyOptions(args)));
    return true;
  },
  alerts: async (args) => {
    printFigures("Alerts", await benchAlerts(args));
    return true;
  },
  // It ends with a status, and its viewers change what fetch means.
  kill: async (args) => runFile("kill.ts", args),
  plan: async (args) => runFile("plan.ts", args),
  inbox: async (args) => runFile("inbox.ts", args),
};

async function runAll(): Promise<boolean> {
  await PARTS.ingest?.([]);
  await PARTS["end-to-end"]?.([]);
  await PARTS["end-to-end"]?.(["--floors", "1", "--rooms", "100", "--events", "200"]);
  await PARTS.snapshot?.([]);
  await PARTS.history?.([]);
  await PARTS.alerts?.([]);
  return (await PARTS.kill?.([])) ?? false;
}

const [part, ...args] = process.argv.slice(2);
const run = part === undefined ? runAll : PARTS[part];
if (run) process.exitCode = (await run(args)) ? 0 : 1;
else {
  console.error(USAGE);
  process.exitCode = 2;
}
