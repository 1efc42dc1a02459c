import "server-only";
import { hkdfSync, randomBytes } from "node:crypto";
import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { KEY_BYTES } from "./sealer";

const FILE = "secret.key";
const FILE_FORM = /^[A-Za-z0-9_-]{43}\n?$/;

/** What this installation's secrets hang on. */
export interface InstallationKey {
  /** Where it comes from, to be named in messages: the variable, or the file. */
  readonly from: string;
  /** A key of its own for each use, so that one tells nothing of another. */
  subKey(use: "sealing" | "pseudonyms"): Buffer;
}

interface Options {
  /** The operator's; null when there is none. */
  readonly secretKey: string | null;
  readonly dataDir: string;
}

/** The operator's key, or one made once and kept in the data folder for its owner alone. */
export function readInstallationKey({ secretKey, dataDir }: Options): InstallationKey {
  if (secretKey !== null) return givenKey(secretKey, "SECRET_KEY");
  const file = path.join(dataDir, FILE);
  return givenKey(readKeyFile(file), file);
}

/** The key that a text is; the content of a key file is such a text, too. */
export function givenKey(master: string, from: string): InstallationKey {
  return {
    from,
    subKey: (use) => Buffer.from(hkdfSync("sha256", master, "", `occupancy ${use} 1`, KEY_BYTES)),
  };
}

function readKeyFile(file: string): string {
  try {
    createOnce(file);
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600); // copying tools open files up
    const text = readFileSync(file, "utf8");
    if (FILE_FORM.test(text)) return text.trim();
  } catch (error) {
    throw new Error(
      `${file} cannot be read or made (${(error as Error).message}). Make its folder writable, or set SECRET_KEY.`,
      { cause: error },
    );
  }
  throw new Error(`${file} is damaged. Restore it from a backup; without it, secrets set in the browser are lost.`);
}

/** Whole or not at all, and never over another process's: a key that is half written would seal for nobody. */
function createOnce(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${randomBytes(KEY_BYTES).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    copyFileSync(own, file, constants.COPYFILE_EXCL); // some file systems know no links
  } finally {
    rmSync(own, { force: true });
  }
}
