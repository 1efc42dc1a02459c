import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { VENDORS } from "@/lib/core/observation";
import type { Parsed, Privacy, VendorAdapter } from "./adapter";
import { createAdapters } from "./registry";

const NOW = Date.parse("2026-11-16T09:30:00Z");
const TABLE = path.join(import.meta.dirname, "../../docs/vendors/coverage.md");
const TITLES = { butlr: "Butlr", disruptive: "Disruptive Technologies", zoom: "Zoom" };

const privacy: Privacy = { pseudonym: () => "person:0000000000000000000000", seal: () => null };
const find = createAdapters({
  secretsOf: () => [],
  privacy,
  butlr: { header: "x-api-key", basicAuth: null },
  zoom: { accountId: null, temperatureUnit: "C" },
});
const adapters = VENDORS.map((id) => find(id) as VendorAdapter); // one for every vendor, by type

/** Event type → golden fixtures that hold it. */
function goldenEvents(adapter: VendorAdapter): Map<string, string[]> {
  const folder = path.join(import.meta.dirname, adapter.id, "fixtures");
  const held = new Map<string, string[]>();
  for (const name of readdirSync(folder).filter((file) => !file.includes(".expected."))) {
    const payload = JSON.parse(readFileSync(path.join(folder, name), "utf8"));
    const { eventType } = adapter.parse(adapter.redact?.(payload) ?? payload, NOW) as Extract<
      Parsed,
      { eventType: string }
    >;
    held.set(eventType, [...(held.get(eventType) ?? []), name]);
  }
  return held;
}

function table(adapter: VendorAdapter): string {
  const golden = goldenEvents(adapter);
  const heldBy = (type: string) =>
    golden
      .get(type)
      ?.map((name) => `\`${name}\``)
      .join(" ") ?? "`verify.test.ts`";
  const rows = adapter.coverage.map(
    ({ type, stored, shown }) => `| \`${type}\` | ${stored} | ${shown} | ${heldBy(type)} |`,
  );
  return [`## ${TITLES[adapter.id]}`, "", "| Event | Stored | Shown | Held by |", "|---|---|---|---|", ...rows].join(
    "\n",
  );
}

const INTRO = `# What becomes of every event

Written by \`lib/vendors/coverage.test.ts\` from the registry (\`UPDATE_COVERAGE=1 npm run test:unit -- coverage\`); the test fails when it is
out of date. "Held by" names the golden fixtures in \`lib/vendors/<vendor>/fixtures\`: each has its expected observations beside it. Types not
listed here are kept as \`unhandled\` and answered 200.`;

test("the table in docs says what the registry says", () => {
  const written = `${[INTRO, ...adapters.map(table)].join("\n\n")}\n`;
  if (process.env.UPDATE_COVERAGE) writeFileSync(TABLE, written);
  expect(readFileSync(TABLE, "utf8")).toBe(written);
});

describe.each(adapters)("$id", (adapter) => {
  const golden = goldenEvents(adapter);
  test("every documented event has a golden fixture, or is the challenge", () => {
    const without = adapter.coverage.filter(({ type }) => !golden.has(type)).map(({ type }) => type);
    expect(without).toEqual(adapter.handshake ? ["endpoint.url_validation"] : []);
  });

  test("no type is listed twice, and none is handled without being listed", () => {
    const types = adapter.coverage.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    const unlisted = [...golden.keys()].filter((type) => !types.includes(type));
    expect(unlisted.every((type) => ["unhandled"].includes(endingOf(adapter, golden.get(type)?.[0] ?? "")))).toBe(true);
  });
});

function endingOf(adapter: VendorAdapter, fixture: string): string {
  const payload = JSON.parse(readFileSync(path.join(import.meta.dirname, adapter.id, "fixtures", fixture), "utf8"));
  return adapter.parse(adapter.redact?.(payload) ?? payload, NOW).kind;
}
