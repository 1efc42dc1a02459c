import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface DataDirLock {
  release(): void;
}

/** Another app works on this folder. */
export class DataDirInUseError extends Error {
  override readonly name = "DataDirInUseError";

  constructor(
    readonly dataDir: string,
    readonly pid: number | undefined,
  ) {
    const holder = pid === undefined ? "another process" : `process ${pid}`;
    super(
      `The data folder ${dataDir} is in use by ${holder}. Stop that process first, or start this one with a DATA_DIR of its own.`,
    );
  }
}

// A DatabaseSync that is garbage collected closes its file and with it the lock.
const held = new Set<DatabaseSync>();

/** Takes the folder for this process until it releases it or ends, however it ends. */
export function lockDataDir(dataDir: string, lockDir: string): DataDirLock {
  const pidFile = path.join(lockDir, "app.pid");
  const file = lockFile(path.join(lockDir, "app.lock"));
  if (file === null) throw new DataDirInUseError(dataDir, readPid(pidFile));
  held.add(file);
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return {
    release() {
      if (!held.delete(file)) return;
      rmSync(pidFile, { force: true });
      file.close();
    },
  };
}

// SQLite is here for its file lock: the kernel drops it with the process (a pid file lies after
// kill -9) and it holds between containers that share a volume. Node itself offers no lock.
function lockFile(name: string): DatabaseSync | null {
  const file = new DatabaseSync(name);
  try {
    file.exec("BEGIN EXCLUSIVE");
    return file;
  } catch (error) {
    file.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined;
  }
}
