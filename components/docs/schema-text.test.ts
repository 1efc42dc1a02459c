import { expect, test } from "vitest";
import { type JsonSchema, schemaText } from "./schema-text";

test.each<[string, JsonSchema, string]>([
  ["a name", { $ref: "#/components/schemas/Space" }, "Space"],
  ["a time", { type: "string", format: "date-time" }, "time"],
  ["choices", { enum: ["a", "b"] }, '"a" | "b"'],
  ["perhaps none", { anyOf: [{ type: "number" }, { type: "null" }] }, "number | null"],
  ["a list of choices", { type: "array", items: { enum: ["a", "b"] } }, '("a" | "b")[]'],
  ["a pair", { prefixItems: [{ type: "number" }, { type: "number" }] }, "[number, number]"],
  ["names to values", { type: "object", additionalProperties: { type: "string" } }, "{ [name]: string }"],
  [
    "an object",
    {
      type: "object",
      required: ["id"],
      properties: { id: { type: "string" }, at: { properties: { x: { type: "number" } } } },
    },
    "{\n  id: string\n  at?: {\n    x?: number\n  }\n}",
  ],
  ["anything", {}, "any"],
])("%s", (_, schema, text) => {
  expect(schemaText(schema)).toBe(text);
});
