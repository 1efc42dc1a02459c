import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readInstallationKey } from "./installation-key";

const root = mkdtempSync(path.join(tmpdir(), "installation-key-"));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
const folder = () => path.join(root, String(++folders), "data");
const sealing = (dataDir: string, secretKey: string | null = null) =>
  readInstallationKey({ secretKey, dataDir }).subKey("sealing").toString("hex");

test("the file is made once, for its owner alone, and read from then on", () => {
  const dataDir = folder();
  const first = sealing(dataDir);
  const file = path.join(dataDir, "secret.key");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(["secret.key"]);
  expect(sealing(dataDir)).toBe(first);
  expect(sealing(folder())).not.toBe(first);
});

test("a file that a copy opened up is closed again", () => {
  const dataDir = folder();
  sealing(dataDir);
  chmodSync(path.join(dataDir, "secret.key"), 0o644);
  sealing(dataDir);
  expect(statSync(path.join(dataDir, "secret.key")).mode & 0o777).toBe(0o600);
});

test("the operator's key wins, and touches no file", () => {
  const dataDir = folder();
  const key = readInstallationKey({ secretKey: "k".repeat(32), dataDir });
  expect(key.from).toBe("SECRET_KEY");
  expect(key.subKey("sealing").toString("hex")).toBe(sealing(folder(), "k".repeat(32)));
  expect(statSync(dataDir, { throwIfNoEntry: false })).toBeUndefined();
});

test("each use has a key of its own, and none is the key itself", () => {
  const dataDir = folder();
  const key = readInstallationKey({ secretKey: null, dataDir });
  expect(key.subKey("sealing")).toHaveLength(32);
  expect(key.subKey("sealing")).not.toEqual(key.subKey("pseudonyms"));
  const master = Buffer.from(readFileSync(path.join(dataDir, "secret.key"), "utf8").trim(), "base64url");
  expect(key.subKey("sealing")).not.toEqual(master);
});

test("a damaged file is named, and never replaced", () => {
  const dataDir = folder();
  sealing(dataDir);
  const file = path.join(dataDir, "secret.key");
  writeFileSync(file, "half");
  expect(() => sealing(dataDir)).toThrow(`${file} is damaged`);
  expect(readFileSync(file, "utf8")).toBe("half");
});

test("a folder that cannot be made says what to do", () => {
  const file = path.join(root, "a-file");
  writeFileSync(file, "");
  expect(() => sealing(path.join(file, "data"))).toThrow(/Make its folder writable, or set SECRET_KEY/);
});
