import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findDemoFolder, openDemoFolder } from "./demo-folder";

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function emptyDir(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "demo-folder-"));
  made.push(dir);
  return dir;
}

describe("the demo's folder", () => {
  it("keeps its secrets and what was posted from one run to the next", () => {
    const dir = path.join(emptyDir(), "demo");
    const first = openDemoFolder(dir);
    first.addPosted({ from: 0, to: 10 });
    first.addPosted({ from: 10, to: 20 });
    const second = openDemoFolder(dir);
    expect(second.secrets).toEqual(first.secrets);
    expect(second.posted).toEqual([{ from: 0, to: 20 }]);
  });

  it("keeps the secrets of an older version and makes the ones it did not have", () => {
    const dir = emptyDir();
    writeFileSync(path.join(dir, "demo.json"), JSON.stringify({ butlrKey: "old-key", adminPassword: "old-password" }));
    const { secrets } = openDemoFolder(dir);
    expect(secrets).toMatchObject({ butlrKey: "old-key", adminPassword: "old-password" });
    expect(new Set(Object.values(secrets)).size).toBe(4);
    expect(openDemoFolder(dir).secrets).toEqual(secrets);
  });

  it("is nobody else's to read", () => {
    const dir = path.join(emptyDir(), "demo");
    openDemoFolder(dir);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(dir, "demo.json")).mode & 0o777).toBe(0o600);
  });

  it("has a password a person can type, of the length the sign-in wants", () => {
    expect(openDemoFolder(emptyDir()).secrets.adminPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  });

  it("refuses to use or remove a folder that holds something else", () => {
    const dir = emptyDir();
    writeFileSync(path.join(dir, "important.txt"), "mine");
    expect(() => openDemoFolder(dir)).toThrow("not a demo's folder");
    expect(() => findDemoFolder(dir)).toThrow("nothing was removed");
    expect(readFileSync(path.join(dir, "important.txt"), "utf8")).toBe("mine");
  });

  it("is found only when it is there", () => {
    const dir = path.join(emptyDir(), "demo");
    expect(findDemoFolder(dir)).toBeNull();
    openDemoFolder(dir);
    expect(findDemoFolder(dir)).toBe(dir);
  });
});
