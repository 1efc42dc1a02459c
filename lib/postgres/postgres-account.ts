import { readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The operating system account PostgreSQL runs under; null is the one we run under ourselves. */
export type PostgresAccount = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root, so root borrows an account that every system has. */
export function choosePostgresAccount(clusterDir: string): PostgresAccount {
  if (process.getuid?.() !== 0) return null;
  const account = ownerOf(clusterDir) ?? systemAccount("postgres") ?? systemAccount("nobody");
  if (account === null) {
    throw new Error(
      "PostgreSQL does not run as root and this system has neither an account postgres nor nobody. Run the app as an ordinary user, or set DATABASE_URL.",
    );
  }
  return account;
}

/** Whether the account may enter the folder and everything above it. */
export function canEnter(account: PostgresAccount, folder: string): boolean {
  if (account === null) return true;
  const stat = statSync(folder);
  const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
  if ((stat.mode & bit) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || canEnter(account, parent);
}

function ownerOf(clusterDir: string): PostgresAccount {
  const stat = statSync(clusterDir, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? null : { uid: stat.uid, gid: stat.gid };
}

function systemAccount(name: string): PostgresAccount {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = (line ?? "").split(":");
  return Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : null;
}
