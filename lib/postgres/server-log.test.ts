import { appendFileSync, closeSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { boundLog } from "./server-log";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "occupancy-log-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it("starts the log afresh above its limit, while its writer writes on", () => {
  const file = path.join(folder, "server.log");
  const fd = openSync(file, "a+");
  const writer = openSync(file, "a");
  writeFileSync(writer, "x".repeat(6 * 1024 * 1024));
  boundLog(file, fd);
  writeFileSync(writer, "next\n");
  expect(readFileSync(file, "utf8")).toBe("next\n");
  expect(statSync(`${file}.1`).size).toBe(6 * 1024 * 1024);
  closeSync(writer);
  closeSync(fd);
});

it("leaves a small log alone", () => {
  const file = path.join(folder, "server.log");
  appendFileSync(file, "line\n");
  const fd = openSync(file, "a+");
  boundLog(file, fd);
  expect(readFileSync(file, "utf8")).toBe("line\n");
  closeSync(fd);
});
