import { type ChildProcess, type SpawnOptions, type StdioOptions, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { canEnter, type PostgresAccount } from "./postgres-account";
import type { PostgresBinaries } from "./postgres-binaries";

export interface PostgresCommand {
  readonly binaries: PostgresBinaries;
  readonly account: PostgresAccount;
  /** The folder the command works in. */
  readonly cwd: string;
}

/** Starts a PostgreSQL program in a session of its own, so a terminal's Ctrl-C does not reach it. */
export function spawnPostgresCommand(
  command: PostgresCommand,
  program: "initdb" | "postgres",
  args: readonly string[],
  stdio: StdioOptions,
): ChildProcess {
  const { binaries, account, cwd } = command;
  const file = binaries[program];
  const options: SpawnOptions = { cwd, stdio, detached: true, env: environment(binaries) };
  if (account === null) return spawn(file, args, options);
  if (canEnter(account, binaries.binDir) && canEnter(account, cwd)) {
    return spawn(file, args, { ...options, uid: account.uid, gid: account.gid });
  }
  requireSetpriv(cwd);
  return spawn("setpriv", [...reachEverything(account), file, ...args], options);
}

function requireSetpriv(folder: string): void {
  if (["/usr/bin/setpriv", "/bin/setpriv"].some((file) => existsSync(file))) return;
  throw new Error(
    `PostgreSQL does not run as root, and no other account may enter ${folder} or the app's own folder. Move the app to a place like /opt, run it as an ordinary user, or set DATABASE_URL.`,
  );
}

// Below a folder only root may enter (/root), the borrowed account keeps root's right to pass.
function reachEverything(account: { uid: number; gid: number }): string[] {
  return [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    "--clear-groups",
    "--securebits=+no_setuid_fixup",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--",
  ];
}

// Built from nothing: the app's environment holds secrets, and locale or PG* settings would leak in.
function environment({ libraryPath }: PostgresBinaries): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    PATH: "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    LC_ALL: "C",
    TZ: "UTC",
    LD_LIBRARY_PATH: libraryPath,
    DYLD_LIBRARY_PATH: libraryPath,
  };
}
