import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in ticks of 10 ms, whatever the machine. */
const MS_PER_TICK = 10;

interface Stat {
  readonly parent: number;
  /** User and system time of all its threads, ms. */
  readonly own: number;
  /** The same of the children it has seen end. */
  readonly ended: number;
}

/** Computing time of a process, its children, and those that have ended, ms. NaN where there is no /proc. */
export function cpuMsOfFamily(pid: number): number {
  const self = statOf(pid);
  if (!self) return Number.NaN;
  return childrenOf(pid).reduce((sum, child) => sum + child.own + child.ended, self.own + self.ended);
}

function childrenOf(pid: number): Stat[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat): stat is Stat => stat?.parent === pid);
}

/** Fields of proc(5); the name of the process stands in brackets and may hold anything. */
function statOf(pid: number): Stat | null {
  const text = read(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map((at) => fields[at] ?? Number.NaN);
  return {
    parent: parent ?? Number.NaN,
    own: ((user ?? 0) + (system ?? 0)) * MS_PER_TICK,
    ended: ((endedUser ?? 0) + (endedSystem ?? 0)) * MS_PER_TICK,
  };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null; // it has ended, or this is no Linux
  }
}
