import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { mergeSpans, type TimeSpan } from "./time-spans";

const Marker = z.object({ butlrKey: z.string(), adminPassword: z.string() });
const Posted = z.array(z.object({ from: z.number(), to: z.number() }));

/** The demo's own data directory: everything the demo ever writes is in here. */
export interface DemoFolder {
  readonly dataDir: string;
  readonly secrets: z.infer<typeof Marker>;
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
  if (!isDemoFolder(dataDir)) writeSecretly(path.join(dataDir, MARKER), newSecrets());
  const secrets = Marker.parse(JSON.parse(readFileSync(path.join(dataDir, MARKER), "utf8")));
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

function newSecrets(): z.infer<typeof Marker> {
  return { butlrKey: randomBytes(24).toString("base64url"), adminPassword: readablePassword() };
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
