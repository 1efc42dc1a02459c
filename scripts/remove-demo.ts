import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { findDemoFolder } from "@/lib/demo/demo-folder";
import { endLeftovers } from "@/lib/postgres/cluster-processes";
import { DataDirInUseError, lockDataDir } from "@/lib/postgres/data-dir-lock";

const dataDir = path.resolve(process.env.DATA_DIR || ".data-demo");

try {
  console.log(await removeDemo(dataDir));
} catch (error) {
  const isRunning = error instanceof DataDirInUseError;
  console.error(isRunning ? "The demo is running. Stop it with Ctrl-C first." : String(error));
  process.exitCode = 1;
}

async function removeDemo(dir: string): Promise<string> {
  const folder = findDemoFolder(dir);
  if (folder === null) return `There is no demo in ${dir}.`;
  const postgres = path.join(folder, "postgres");
  if (existsSync(postgres)) {
    const lock = lockDataDir(folder, postgres);
    const cluster = path.join(postgres, "cluster");
    if (existsSync(cluster)) await endLeftovers(cluster, console.log);
    lock.release();
  }
  rmSync(folder, { recursive: true, force: true });
  return `Removed the demo: ${folder} is gone, and nothing of it was anywhere else.`;
}
