import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { butlr } from "./index";

const NOW = Date.parse("2026-11-16T09:30:00Z");
const KEY = "a-long-random-header-key";
const REQUESTS = 10_000;
const KINDS = new Set(["observations", "unhandled", "malformed", "foreign"]);

const adapter = butlr({ secrets: () => [KEY], header: "x-api-key", basicAuth: null });
const folder = path.join(import.meta.dirname, "fixtures");
const bodies = readdirSync(folder)
  .filter((name) => !name.endsWith(".expected.json"))
  .map((name) => JSON.stringify(JSON.parse(readFileSync(path.join(folder, name), "utf8"))));

/** Up to four characters of the key replaced, put in or taken out; now and then none. */
const key = fc
  .array(fc.tuple(fc.nat(KEY.length), fc.nat(2), fc.string({ maxLength: 2 })), { maxLength: 4 })
  .map((edits) => edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), KEY));

/** One key or value of a good event replaced by any JSON value; a replaced key is no JSON any more and falls away. */
const payload = fc
  .tuple(fc.constantFrom(...bodies), fc.nat(100), fc.jsonValue({ maxDepth: 2 }))
  .map(([body, at, value]) => replaceToken(body, at, JSON.stringify(value)))
  .map(jsonOrNull);

function replaceToken(body: string, at: number, text: string): string {
  const tokens = [...body.matchAll(/"[^"]*"|-?\d+(\.\d+)?|\{[^{}]*\}|\[[^[\]]*\]/g)];
  const token = tokens[at % tokens.length] as RegExpExecArray;
  return body.slice(0, token.index) + text + body.slice(token.index + token[0].length);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

test(`${REQUESTS} mutated requests: none is believed with a wrong key, none throws`, () => {
  fc.assert(
    fc.property(key, payload, (given, event) => {
      const body = Buffer.from(JSON.stringify(event));
      const believed = adapter.authenticate({ headers: { "x-api-key": given }, body }, NOW).kind === "believed";
      expect(believed).toBe(given === KEY);
      expect(KINDS).toContain(adapter.parse(event, NOW).kind);
    }),
    { numRuns: REQUESTS, seed: 1794821400 },
  );
});
