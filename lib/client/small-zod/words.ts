import { arrayOf, enumOf, fine, type Issue, isAborted, issue, objectOf, type Read, Schema, wrong } from "./schema";

type Shape = Readonly<Record<string, Schema>>;
type Message = Parameters<typeof wrong>[2];

const of = (type: string, isOne: (value: unknown) => boolean) => (message?: Message) =>
  new Schema({ type }, (value) => (isOne(value) ? fine(value) : wrong(value, "invalid_type", message)));

export const string = of("string", (value) => typeof value === "string");
export const number = of("number", Number.isFinite);
export const boolean = of("boolean", (value) => typeof value === "boolean");
export const unknown = () => new Schema({ type: "unknown" }, fine);
const nothing = () => literal(null);

export { nothing as null };
export const int = (message?: Message) => number(message).int(message);

export function literal(one: unknown): Schema {
  const values = Array.isArray(one) ? one : [one];
  const read = (value: unknown) => (values.includes(value) ? fine(value) : wrong(value, "invalid_value"));
  return new Schema({ type: "literal", values }, read);
}

const oneOf = (entries: readonly string[] | Readonly<Record<string, unknown>>, message?: Message) =>
  enumOf(Array.isArray(entries) ? Object.fromEntries(entries.map((one) => [one, one])) : { ...entries }, message);

export { oneOf as enum };

export const array = arrayOf;
export const object = (shape: Shape) => new Schema(...objectOf(shape));
export const strictObject = (shape: Shape) => new Schema(...objectOf(shape, "refuse"));
export const looseObject = (shape: Shape) => new Schema(...objectOf(shape, "keep"));

export const tuple = (items: readonly Schema[]) =>
  new Schema({ type: "tuple" }, (input): Read => {
    if (!Array.isArray(input)) return wrong(input, "invalid_type");
    if (input.length < items.length) return wrong(input, "too_small");
    const found = items.map((item, i) => item.run(input[i]));
    const issues = found.flatMap((one, i) => one.issues.map((each) => ({ ...each, path: [i, ...each.path] })));
    return {
      value: found.map(({ value }) => value),
      issues: input.length > items.length ? [issue("too_big"), ...issues] : issues,
    };
  });

const isPlain = (input: unknown): input is Record<string, unknown> =>
  Object.prototype.toString.call(input) === "[object Object]";

function recordOf(keyType: Schema, valueType: Schema, isPartial: boolean): Schema {
  return new Schema({ type: "record", keyType }, (input): Read => {
    if (!isPlain(input)) return wrong(input, "invalid_type");
    const { values } = keyType.def;
    const value: Record<string, unknown> = {};
    const issues: Issue[] = [];
    let isUnknown = false;
    const keys = values && !isPartial ? values.map(String) : Object.keys(input);
    for (const key of keys) {
      const name = keyType.run(key);
      if (name.issues.length > 0) {
        if (values) isUnknown = true;
        else issues.push({ ...issue("invalid_key"), path: [key] });
        continue;
      }
      const found = valueType.run(input[key]);
      issues.push(...found.issues.map((one) => ({ ...one, path: [key, ...one.path] })));
      if (name.value !== "__proto__") value[String(name.value)] = found.value;
    }
    if (values && !isPartial) isUnknown = Object.keys(input).some((key) => !keys.includes(key));
    if (isUnknown) issues.push(issue("unrecognized_keys", undefined, true));
    return { value, issues };
  });
}

export const record = (key: Schema, value: Schema) => recordOf(key, value, false);
export const partialRecord = (key: Schema, value: Schema) => recordOf(key, value, true);

export function union(options: readonly Schema[]): Schema {
  const ins = options.map(({ def }) => def.optin);
  const optin = ins.includes("defaulted") ? "defaulted" : ins.includes("optional") ? "optional" : undefined;
  const optout = options.some(({ def }) => def.optout);
  return new Schema({ type: "union", options, optin, optout }, (value) => {
    const found = options.map((option) => option.run(value));
    const right = found.find(({ issues }) => issues.length === 0);
    const nearly = found.filter((one) => !isAborted(one));
    return right ?? (nearly.length === 1 ? nearly[0] : undefined) ?? wrong(value, "invalid_union");
  });
}

export function discriminatedUnion(name: string, options: readonly Schema[]): Schema {
  const known = new Map(
    options.flatMap((one) => (one.def.shape?.[name]?.def.values ?? []).map((value) => [value, one])),
  );
  return new Schema({ type: "union", options }, (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(value, "invalid_type");
    const option = known.get((value as Record<string, unknown>)[name]);
    return option ? option.run(value) : wrong(value, "invalid_union", { path: [name] });
  });
}

const DATE =
  "(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))";
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const DAY = new RegExp(`^${DATE}$`);
const UTC = new RegExp(`^${DATE}T${TIME}:[0-5]\\d(?:\\.\\d+)?Z$`);
const WITH_OFFSET = new RegExp(`^${DATE}T${TIME}:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-]${TIME})$`);
const EMAIL = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const BASE64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:[0-9a-zA-Z+/]{2}==|[0-9a-zA-Z+/]{3}=)?$/;

export const iso = {
  date: (message?: Message) => string().regex(DAY, message),
  datetime: (asked?: { readonly offset?: boolean }) => string().regex(asked?.offset ? WITH_OFFSET : UTC),
};
export const email = (message?: Message) => string(message).regex(EMAIL, message);
export const base64 = (message?: Message) => string(message).regex(BASE64, message);
export const url = (asked: { readonly protocol?: RegExp } = {}) =>
  string().must((text: string) => {
    const protocol = URL.parse(text.trim())?.protocol.slice(0, -1);
    return protocol !== undefined && (asked.protocol?.test(protocol) ?? true);
  }, "invalid_format");

const YES = ["true", "1", "yes", "on", "y", "enabled"];
const NO = ["false", "0", "no", "off", "n", "disabled"];
export const stringbool = () =>
  new Schema({ type: "pipe" }, (value) => {
    if (typeof value !== "string") return wrong(value, "invalid_type");
    const word = value.toLowerCase();
    return YES.includes(word) ? fine(true) : NO.includes(word) ? fine(false) : wrong(value, "invalid_value");
  });

export const coerce = {
  number: (message?: Message) =>
    new Schema({ type: "number" }, (value) => {
      const found = typeof value === "symbol" ? Number.NaN : Number(value);
      return Number.isFinite(found) ? fine(found) : wrong(value, "invalid_type", message);
    }),
};

const isJson = (value: unknown): boolean =>
  value === null ||
  ["string", "boolean"].includes(typeof value) ||
  Number.isFinite(value) ||
  (Array.isArray(value) ? value.every(isJson) : isPlain(value) && Object.values(value).every(isJson));
export const json = () =>
  new Schema({ type: "lazy" }, (value) => (isJson(value) ? fine(value) : wrong(value, "invalid_union")));
