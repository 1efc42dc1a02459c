import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PostgresBinaries } from "./postgres-binaries";
import { spawnPostgresCommand } from "./postgres-command";
import { createCredentials, giveToAccount, type PostgresFolder } from "./postgres-folder";

const unfinishedPrefix = "cluster.new-";

/** Makes the cluster unless it is there. It appears under its name only when it is complete. */
export async function createClusterIfMissing(
  folder: PostgresFolder,
  binaries: PostgresBinaries,
  log: (message: string) => void,
): Promise<void> {
  removeUnfinished(folder, log);
  if (existsSync(folder.clusterDir)) return;
  log(`creating the database in ${folder.clusterDir}`);
  const unfinished = mkdtempSync(path.join(folder.root, unfinishedPrefix));
  giveToAccount(folder, unfinished);
  const passwordFile = path.join(unfinished, "password");
  const clusterDir = path.join(unfinished, "cluster");
  writeFileSync(passwordFile, createCredentials(folder).superuserPassword, { mode: 0o600 });
  giveToAccount(folder, passwordFile);
  await initdb(folder, binaries, clusterDir, passwordFile);
  renameSync(clusterDir, folder.clusterDir);
  removeUnfinished(folder, log);
}

async function initdb(
  folder: PostgresFolder,
  binaries: PostgresBinaries,
  clusterDir: string,
  passwordFile: string,
): Promise<void> {
  const command = { binaries, account: folder.account, cwd: folder.root };
  const child = spawnPostgresCommand(
    command,
    "initdb",
    [
      `--pgdata=${clusterDir}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // PostgreSQL's own C.UTF-8 sorts the same on every machine; system collations change.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
    ["ignore", "ignore", "pipe"],
  );
  const errors = collectErrors(child);
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`initdb failed: ${errors().trim() || `exit code ${code}`}`);
}

function collectErrors(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

// An initdb that outlived its killed app may still write into its folder; that one goes next time.
function removeUnfinished(folder: PostgresFolder, log: (message: string) => void): void {
  for (const name of readdirSync(folder.root)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    try {
      rmSync(path.join(folder.root, name), { recursive: true, force: true });
    } catch (error) {
      log(`could not remove ${name} yet: ${String(error)}`);
    }
  }
}
