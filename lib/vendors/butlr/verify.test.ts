import { expect, test } from "vitest";
import { type ButlrConfig, verify } from "./verify";

const KEY = "a-long-random-header-key";
const config = (change: Partial<ButlrConfig> = {}): ButlrConfig => ({
  secrets: () => [KEY],
  header: "x-api-key",
  basicAuth: null,
  ...change,
});
const check = (headers: Record<string, string>, c = config()) =>
  verify({ headers, body: new Uint8Array() }, c).kind === "believed";
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });
const basicAuth = { username: "butlr", password: "s3cret" };

test("only the whole key opens", () => {
  expect(check({ "x-api-key": KEY })).toBe(true);
  for (const wrong of ["", KEY.slice(0, -1), `${KEY}x`, KEY.toUpperCase(), ` ${KEY}`, `${KEY}, ${KEY}`]) {
    expect(check({ "x-api-key": wrong })).toBe(false);
  }
  expect(check({})).toBe(false);
});

test("nothing configured proves nothing", () => {
  expect(check({ "x-api-key": "" }, config({ secrets: () => [] }))).toBe(false);
  expect(check({ "x-api-key": "" }, config({ secrets: () => [""] }))).toBe(false);
});

test("while a key is replaced, the old and the next one are good", () => {
  const both = config({ secrets: () => ["old-key", "next-key"] });
  expect([check({ "x-api-key": "old-key" }, both), check({ "x-api-key": "next-key" }, both)]).toEqual([true, true]);
});

test("the header's name is configurable", () => {
  expect(check({ "x-butlr": KEY }, config({ header: "x-butlr" }))).toBe(true);
});

test("basic auth alone, or on top of the key", () => {
  expect(check(basic("butlr:s3cret"), config({ secrets: () => [], basicAuth }))).toBe(true);
  expect(check(basic("butlr:wrong"), config({ secrets: () => [], basicAuth }))).toBe(false);
  expect(check({ "x-api-key": KEY }, config({ basicAuth }))).toBe(false);
  expect(check({ "x-api-key": KEY, ...basic("butlr:s3cret") }, config({ basicAuth }))).toBe(true);
});
