import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { mergeSpans, type TimeSpan } from "./time-spans";

const Marker = z.object({
  butlrKey: z.string(),
  disruptiveSecret: z.string(),
  zoomToken: z.string(),
  adminPassword: z.string(),
});
type Secrets = z.infer<typeof Marker>;
const Known = z.record(z.string(), z.string());
const Posted = z.array(z.object({ from: z.number(), to: z.number() }));

/** The demo's own data directory: everything the demo ever writes is in here. */
export interface DemoFolder {
  readonly dataDir: string;
  readonly secrets: Secrets;
  /** The time for which webhooks have been posted. */
  readonly posted: readonly TimeSpan[];
  addPosted(span: TimeSpan): void;
}

const MARKER = "demo.json";
const POSTED = "posted.json";

const isDemoFolder = (dataDir: string) => existsSync(path.join(dataDir, MARKER));

/** Opens or makes the folder. Refuses one that holds something else, so that no real installation becomes a demo. */
export function openDemoFolder(dataDir: string): DemoFolder {
  const isForeign = existsSync(dataDir) && readdirSync(dataDir).length > 0 && !isDemoFolder(dataDir);
  if (isForeign) throw new Error(`${dataDir} is not a demo's folder; set DATA_DIR to an empty or new one.`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const secrets = openSecrets(path.join(dataDir, MARKER));
  const postedFile = path.join(dataDir, POSTED);
  let posted = existsSync(postedFile) ? Posted.parse(JSON.parse(readFileSync(postedFile, "utf8"))) : [];
  return {
    dataDir,
    secrets,
    get posted() {
      return posted;
    },
    addPosted(span) {
      posted = mergeSpans([...posted, span]);
      writeSecretly(postedFile, posted);
    },
  };
}

/** Null when there is nothing to remove; throws when the folder is not a demo's. */
export function findDemoFolder(dataDir: string): string | null {
  if (!existsSync(dataDir)) return null;
  if (!isDemoFolder(dataDir)) throw new Error(`${dataDir} is not a demo's folder; nothing was removed.`);
  return dataDir;
}

/** Keeps what is there and makes what is missing: a folder of an older version knows fewer secrets. */
function openSecrets(file: string): Secrets {
  const known = existsSync(file) ? Known.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
  const secrets = Marker.parse({ ...newSecrets(), ...known });
  writeSecretly(file, secrets);
  return secrets;
}

function newSecrets(): Secrets {
  const secret = () => randomBytes(24).toString("base64url");
  return { butlrKey: secret(), disruptiveSecret: secret(), zoomToken: secret(), adminPassword: readablePassword() };
}

const READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

function readablePassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

// Written whole or not at all: a demo killed in the middle must open again.
function writeSecretly(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
