import { closeSync, copyFileSync, fstatSync, ftruncateSync, openSync, readSync } from "node:fs";
import { giveToAccount, type PostgresFolder } from "./postgres-folder";

const maxBytes = 5 * 1024 * 1024;
const checkEveryMs = 60_000;

export interface ServerLog {
  /** For the child's stdout and stderr: it writes on even when this process is gone or busy. */
  readonly fd: number;
  tail(): string;
  close(): void;
}

/** The server's own log; above 5 MB it starts afresh and the old half stays as `server.log.1`. */
export function openServerLog(folder: PostgresFolder): ServerLog {
  const fd = openSync(folder.logFile, "a+", 0o600);
  giveToAccount(folder, folder.logFile);
  const bound = () => boundLog(folder.logFile, fd);
  bound();
  const timer = setInterval(bound, checkEveryMs).unref();
  return {
    fd,
    tail: () => readTail(fd),
    close() {
      clearInterval(timer);
      closeSync(fd);
    },
  };
}

// Both sides append, so after the cut the server's next line is the file's first.
export function boundLog(file: string, fd: number): void {
  if (fstatSync(fd).size <= maxBytes) return;
  copyFileSync(file, `${file}.1`);
  ftruncateSync(fd, 0);
}

function readTail(fd: number): string {
  const { size } = fstatSync(fd);
  const buffer = Buffer.alloc(Math.min(size, 2_000));
  readSync(fd, buffer, 0, buffer.length, size - buffer.length);
  return buffer.toString("utf8").split("\n").slice(-8).join("\n").trim();
}
