import { globSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { z } from "zod";

type Schema = z.ZodType & { readonly def: Readonly<Record<string, unknown>> };

const files = ["lib/core/**/*.ts", "lib/client/*.ts", "lib/realtime/events.ts"]
  .flatMap((pattern) => globSync(pattern))
  .filter((file) => !/\.test\.ts$/.test(file));
const usual = new Map<string, unknown>();
const small = new Map<string, unknown>();

async function readAll(into: Map<string, unknown>): Promise<void> {
  vi.resetModules();
  for (const file of files) {
    const module: Record<string, unknown> = await import(path.resolve(file));
    for (const [name, value] of Object.entries(module))
      if (typeof (value as { safeParse?: unknown } | null)?.safeParse === "function")
        into.set(`${file} ${name}`, value);
  }
}

// What the alias in next.config.ts does to the browser's build.
beforeAll(async () => {
  await readAll(usual);
  vi.doMock("zod", () => import("./zod"));
  await readAll(small);
  vi.doUnmock("zod");
}, 60_000);

const WORDS = [
  "",
  " a ",
  "7",
  "true",
  "off",
  "08:30",
  "24:00",
  "2026-11-21",
  "2026-11-21T10:00:00.5Z",
  "a@b.example",
  "\u0007",
];
const LONG = fc.nat(400).map((length) => "x".repeat(length));
const AGES = { min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true };
const junk = fc.oneof(fc.constantFrom(null, undefined, true, -1, 2.5, 1e9, "", [], {}), fc.string(), fc.integer());
const mostly = (wanted: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 60, arbitrary: wanted }, { weight: 1, arbitrary: junk });

/** Values of which many fit a schema, and many nearly. */
function valuesFor(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const { def } = schema;
  const inner = (name: string) => valuesFor(def[name] as Schema, depth + 1);
  if (depth > 8) return junk;
  switch (def.type) {
    case "string":
      if (def.format === "datetime") return mostly(fc.date(AGES).map((at) => at.toISOString()));
      return mostly(fc.oneof({ weight: 3, arbitrary: fc.constantFrom("7", "a") }, fc.constantFrom(...WORDS), LONG));
    case "number":
      return mostly(fc.oneof(fc.integer({ min: -3, max: 1_000 }), fc.float({ noNaN: true })));
    case "boolean":
      return mostly(fc.boolean());
    case "enum":
      return mostly(fc.constantFrom(...Object.values(def.entries as object)));
    case "literal":
      return mostly(fc.constantFrom(...(def.values as unknown[])));
    case "array":
      return mostly(fc.array(inner("element"), { maxLength: 5 }));
    case "tuple":
      return mostly(fc.tuple(...(def.items as Schema[]).map((item) => valuesFor(item, depth + 1))));
    case "record":
      return mostly(fc.dictionary(inner("keyType").map(String), inner("valueType"), { maxKeys: 3 }));
    case "union":
      return fc.oneof(...(def.options as Schema[]).map((option) => valuesFor(option, depth + 1)));
    case "object": {
      const shape = Object.entries(def.shape as Record<string, Schema>);
      const fields = Object.fromEntries(shape.map(([name, field]) => [name, valuesFor(field, depth + 1)]));
      const often = fc.record({ ...fields });
      const extra = fc.record({ ...fields, more: fc.constant(1) }, { requiredKeys: [] });
      return mostly(fc.oneof({ weight: 6, arbitrary: often }, { weight: 1, arbitrary: extra }));
    }
    case "nullable":
    case "optional":
    case "default":
    case "catch":
      return fc.oneof(inner("innerType"), fc.constantFrom(null, undefined));
    case "pipe":
      return (def.in as Schema).def.type === "transform" ? inner("out") : inner("in");
    default:
      return junk;
  }
}

function outcome(schema: Schema, value: unknown) {
  try {
    const { success, data, error } = schema.safeParse(value);
    return { success, data, at: error?.issues.map(({ code, path }) => [code, path]) };
  } catch (error) {
    return { success: false, thrown: String(error) };
  }
}

test("finds the schemas", () => {
  expect(usual.size).toBeGreaterThan(150);
  expect([...small.keys()]).toEqual([...usual.keys()]);
});

test("reads every schema of the browser as zod itself does", () => {
  for (const [name, schema] of usual) {
    for (const value of fc.sample(valuesFor(schema as Schema), { numRuns: 60, seed: 5 })) {
      const wanted = outcome(schema as Schema, value);
      expect([name, value, outcome(small.get(name) as Schema, value)]).toEqual([name, value, wanted]);
    }
  }
}, 60_000);
