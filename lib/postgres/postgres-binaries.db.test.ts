import { cpSync, existsSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClusterIfMissing } from "./create-cluster";
import { findPostgresBinaries, preparePostgresBinaries } from "./postgres-binaries";
import { openPostgresFolder } from "./postgres-folder";

let scratch: string;

beforeEach(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "occupancy-binaries-"));
  await chmod(scratch, 0o755);
});

afterEach(() => rm(scratch, { recursive: true, force: true }));

function packageWithoutLinks(): string {
  const { binDir } = findPostgresBinaries(scratch);
  const native = path.join(scratch, "package", "native");
  cpSync(path.dirname(binDir), native, { recursive: true, verbatimSymlinks: true });
  for (const name of readdirSync(path.join(native, "lib"))) {
    const file = path.join(native, "lib", name);
    if (lstatSync(file).isSymbolicLink()) rmSync(file);
  }
  return native;
}

describe("the PostgreSQL of the npm package", () => {
  it("runs when the package's install script did not", async () => {
    const native = packageWithoutLinks();
    const folder = openPostgresFolder(path.join(scratch, "data"));
    const binaries = preparePostgresBinaries(native, folder.root);
    await createClusterIfMissing(folder, binaries, () => undefined);
    expect(existsSync(path.join(folder.clusterDir, "PG_VERSION"))).toBe(true);
  });

  it.skipIf(process.getuid?.() !== 0)("runs below a folder that root alone may enter", async () => {
    const native = packageWithoutLinks();
    await chmod(scratch, 0o700);
    const folder = openPostgresFolder(path.join(scratch, "data"));
    await createClusterIfMissing(folder, preparePostgresBinaries(native, folder.root), () => undefined);
    expect(existsSync(path.join(folder.clusterDir, "PG_VERSION"))).toBe(true);
  });

  it("runs when its programs lost their executable bit", async () => {
    const native = packageWithoutLinks();
    await chmod(path.join(native, "bin/initdb"), 0o644);
    await chmod(path.join(native, "bin/postgres"), 0o644);
    const folder = openPostgresFolder(path.join(scratch, "data"));
    await createClusterIfMissing(folder, preparePostgresBinaries(native, folder.root), () => undefined);
    expect(existsSync(path.join(folder.clusterDir, "PG_VERSION"))).toBe(true);
  });
});
