/** As much of JSON Schema as our description uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** A schema as people read shapes: `{ id: string, capacity?: number | null }`. References stay names. */
export function schemaText(schema: JsonSchema | boolean | undefined, indent = ""): string {
  if (schema === undefined || typeof schema === "boolean") return "any";
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1) ?? "any";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map((one) => schemaText(one, indent)))].join(" | ");
  if (schema.allOf) return schema.allOf.map((one) => schemaText(one, indent)).join(" & ");
  if (schema.prefixItems) return `[${schema.prefixItems.map((one) => schemaText(one, indent)).join(", ")}]`;
  if (schema.type === "array") return listText(schemaText(schema.items, indent));
  if (schema.properties) return objectText(schema, schema.properties, indent);
  if (schema.additionalProperties) return `{ [name]: ${schemaText(schema.additionalProperties, indent)} }`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  return schema.format === "date-time" ? "time" : String(type);
}

const listText = (item: string) => (/[|&]/.test(item) && !item.startsWith("{") ? `(${item})[]` : `${item}[]`);

function objectText(
  { required = [] }: JsonSchema,
  properties: Readonly<Record<string, JsonSchema>>,
  indent: string,
): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, one]) => `${inner}${name}${required.includes(name) ? "" : "?"}: ${schemaText(one, inner)}`,
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}
