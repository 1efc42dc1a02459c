import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A name every process of this cluster carries in its title; a copied folder gets another. */
export function clusterName(clusterDir: string): string {
  const { dev, ino } = statSync(clusterDir, { bigint: true });
  return `occupancy-${dev.toString(16)}-${ino.toString(16)}`;
}

/** Ends whatever an app killed before us, or a postmaster killed under us, left running. */
export async function endLeftovers(clusterDir: string, log: (message: string) => void): Promise<void> {
  const name = clusterName(clusterDir);
  if (clusterProcesses(name).length > 0) {
    log("ending a PostgreSQL that an earlier run left behind");
    const postmaster = postmasterPid(clusterDir);
    if (postmaster !== undefined && clusterProcesses(name).includes(postmaster)) {
      signal(postmaster, "SIGINT");
      await allGone(name, 15_000);
    }
    for (const pid of clusterProcesses(name)) signal(pid, "SIGQUIT");
    await allGone(name, 5_000);
    for (const pid of clusterProcesses(name)) signal(pid, "SIGKILL");
    await allGone(name, 5_000);
  }
  // Nothing runs, so the file is stale; PostgreSQL would believe it if its pid is in use again.
  rmSync(path.join(clusterDir, "postmaster.pid"), { force: true });
}

function clusterProcesses(name: string): number[] {
  const isOurs = new RegExp(`${name}(?![0-9a-f])`);
  return listProcesses()
    .filter(({ title }) => isPostgres(title) && isOurs.test(title))
    .map(({ pid }) => pid);
}

function isPostgres(title: string): boolean {
  return title.startsWith("postgres: ") || title.includes("/bin/postgres -D ");
}

function listProcesses(): { pid: number; title: string }[] {
  if (process.platform !== "linux") return parsePs(execFileSync("ps", ["-axo", "pid=,args="], { encoding: "utf8" }));
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => ({ pid: Number(entry), title: processTitle(entry) }));
}

// A process may end between the listing and the reading.
function processTitle(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function parsePs(output: string): { pid: number; title: string }[] {
  return output
    .split("\n")
    .map((line) => ({ pid: Number.parseInt(line, 10), title: line.trim().replace(/^\d+\s+/, "") }));
}

function postmasterPid(clusterDir: string): number | undefined {
  try {
    const [first] = readFileSync(path.join(clusterDir, "postmaster.pid"), "utf8").split("\n");
    return Number.parseInt(first ?? "", 10) || undefined;
  } catch {
    return undefined;
  }
}

async function allGone(name: string, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (clusterProcesses(name).length > 0 && performance.now() < end) await sleep(25);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
