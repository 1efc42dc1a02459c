import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { choosePostgresAccount, type PostgresAccount } from "./postgres-account";

/** What lies where below `<dataDir>/postgres`. */
export interface PostgresFolder {
  readonly dataDir: string;
  readonly root: string;
  readonly clusterDir: string;
  readonly logFile: string;
  readonly portFile: string;
  readonly credentialsFile: string;
  readonly account: PostgresAccount;
}

export function openPostgresFolder(dataDir: string): PostgresFolder {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const realDataDir = realpathSync(dataDir);
  const root = path.join(realDataDir, "postgres");
  const clusterDir = path.join(root, "cluster");
  mkdirSync(root, { recursive: true, mode: 0o700 });
  refuseForeignFolder(root);
  const folder: PostgresFolder = {
    dataDir: realDataDir,
    root,
    clusterDir,
    logFile: path.join(root, "server.log"),
    portFile: path.join(root, "port"),
    credentialsFile: path.join(root, "credentials.json"),
    account: choosePostgresAccount(clusterDir),
  };
  chmodSync(root, 0o700);
  // Copying tools open folders up, and PostgreSQL refuses one that is not its owner's alone.
  if (existsSync(clusterDir)) chmodSync(clusterDir, 0o700);
  if (folder.account !== null) {
    // The account must be able to pass through to its own folder; it still cannot list this one.
    chmodSync(realDataDir, statSync(realDataDir).mode | 0o011);
    giveToAccount(folder, root);
    adoptCopiedCluster(folder);
  }
  return folder;
}

export function giveToAccount(folder: PostgresFolder, file: string): void {
  if (folder.account !== null) lchownSync(file, folder.account.uid, folder.account.gid);
}

// A backup that root copied back belongs to root, and PostgreSQL would refuse it.
function adoptCopiedCluster(folder: PostgresFolder): void {
  if (statSync(folder.clusterDir, { throwIfNoEntry: false })?.uid !== 0) return;
  for (const name of readdirSync(folder.root, { recursive: true, encoding: "utf8" })) {
    giveToAccount(folder, path.join(folder.root, name));
  }
}

function refuseForeignFolder(root: string): void {
  const own = process.getuid?.();
  const { uid } = statSync(root);
  if (own === undefined || own === 0 || own === uid) return;
  throw new Error(
    `${root} belongs to user id ${uid}, this process runs as ${own}. Start the app as before, or hand the folder over: chown -R ${own} ${path.dirname(root)}`,
  );
}

const credentialsSchema = z.object({ superuserPassword: z.string(), appPassword: z.string() });
export type Credentials = z.infer<typeof credentialsSchema>;

export function createCredentials(folder: PostgresFolder): Credentials {
  const credentials = { superuserPassword: password(), appPassword: password() };
  writeFileSync(folder.credentialsFile, JSON.stringify(credentials), { mode: 0o600, flush: true });
  giveToAccount(folder, folder.credentialsFile);
  return credentials;
}

export function readCredentials(folder: PostgresFolder): Credentials {
  if (!existsSync(folder.credentialsFile)) {
    throw new Error(`${folder.credentialsFile} is missing; restore it together with ${folder.clusterDir}.`);
  }
  return credentialsSchema.parse(JSON.parse(readFileSync(folder.credentialsFile, "utf8")));
}

function password(): string {
  return randomBytes(24).toString("hex");
}
