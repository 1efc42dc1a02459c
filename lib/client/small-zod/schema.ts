/** What is wrong with a value, and where in it. */
export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** True: other checks are still worth a look. False: no other may look at all. */
  readonly continue?: boolean | undefined;
}

/** A value as it was read, and what was wrong with it. */
export interface Read {
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** No check may look at it any more. */
  readonly isOver?: boolean;
}

type Absence = "optional" | "defaulted" | undefined;
type Message = string | { readonly message?: string; readonly path?: readonly PropertyKey[] } | undefined;
type Check = (value: unknown, issues: Issue[]) => unknown;

interface Kind {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  /** What becomes of fields that no shape names. */
  readonly extra?: "drop" | "refuse" | "keep";
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly options?: readonly Schema[];
  readonly innerType?: Schema;
  readonly keyType?: Schema;
  /** All that it can be, where that can be listed. */
  readonly values?: readonly unknown[] | undefined;
  /** What is read for a field that is not there. */
  readonly optin?: Absence;
  /** May the field be missing in what was read? */
  readonly optout?: boolean;
}

interface Step {
  readonly check: Check;
  /** Looks at whatever has a length, even when its parts are wrong. */
  readonly isOfLength?: boolean;
  /** A longer list is refused before its parts are read. */
  readonly most?: number;
}

class SchemaError extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
    this.name = "ZodError";
  }
}

export const fine = (value: unknown): Read => ({ value, issues: [] });

export const wrong = (value: unknown, code: string, message?: Message): Read => ({
  value,
  issues: [issue(code, message)],
});

export const issue = (code: string, message?: Message, goesOn?: boolean): Issue => ({
  code,
  path: typeof message === "object" ? (message.path ?? []) : [],
  message: (typeof message === "object" ? message.message : message) ?? "Invalid input",
  continue: goesOn,
});

const hasFatal = (issues: readonly Issue[]) => issues.some((one) => one.continue !== true);

export const isAborted = ({ issues, isOver }: Read) => isOver === true || hasFatal(issues);

const sized = (value: unknown): value is { readonly length: number } =>
  value !== null && value !== undefined && (value as { length?: unknown }).length !== undefined;

/** Characters, not halves of them. */
const signsOf = (text: string) => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

/** As much of zod's schemas as the browser's are made of, in the same words and with the same answers (zod.test.ts). */
export class Schema {
  constructor(
    readonly def: Kind,
    private readonly read: (value: unknown) => Read,
    private readonly steps: readonly Step[] = [],
  ) {}

  /** Used by other schemas. */
  run(input: unknown): Read {
    if (this.def.type === "array" && Array.isArray(input)) {
      const tooLong = this.tooLong(input);
      if (tooLong) return tooLong;
    }
    const found = this.read(input);
    if (this.steps.length === 0 || found.isOver) return found;
    const issues = [...found.issues];
    let { value } = found;
    for (const { check, isOfLength } of this.steps) {
      const isOver = isOfLength ? issues.some((one) => one.continue === false) || !sized(value) : hasFatal(issues);
      if (!isOver) value = check(value, issues);
    }
    return { value, issues };
  }

  private tooLong(input: readonly unknown[]): Read | null {
    const other = this.steps.findIndex(({ isOfLength }) => !isOfLength);
    const first = other < 0 ? this.steps : this.steps.slice(0, other);
    const step = first.find(({ most }) => most !== undefined && input.length > most);
    if (!step) return null;
    const issues: Issue[] = [];
    step.check(input, issues);
    return { value: input, issues: issues.map((one) => ({ ...one, continue: false })) };
  }

  safeParse(input: unknown) {
    const { value, issues } = this.run(input);
    return issues.length === 0
      ? { success: true, data: value }
      : { success: false, data: undefined, error: new SchemaError(issues) };
  }

  parse(input: unknown): unknown {
    const { value, issues } = this.run(input);
    if (issues.length > 0) throw new SchemaError(issues);
    return value;
  }

  get shape() {
    return this.def.shape;
  }
  get options() {
    return this.def.options ?? this.def.values;
  }
  unwrap() {
    return this.def.innerType;
  }

  private with(step: Step): Schema {
    return new Schema(this.def, this.read, [...this.steps, step]);
  }
  /** Like `refine`, with a code of zod's own. */
  must(isRight: (value: never) => unknown, code: string, message?: Message): Schema {
    const check: Check = (value, issues) => {
      if (!isRight(value as never)) issues.push(issue(code, message, true));
      return value;
    };
    return this.with({ check });
  }

  refine(isRight: (value: never) => unknown, message?: Message) {
    return this.must(isRight, "custom", message);
  }
  superRefine(judge: (value: unknown, context: { addIssue: (found: string | Issue) => void }) => void) {
    return this.with({
      check: (value, issues) => {
        const addIssue = (found: string | Issue) =>
          issues.push(
            typeof found === "string"
              ? issue("custom", found, true)
              : { continue: true, ...issue("custom", found), ...found, path: found.path ?? [] },
          );
        judge(value, { addIssue });
        return value;
      },
    });
  }
  check(judge: (found: { value: unknown; issues: Issue[] }) => void) {
    return this.with({
      check: (value, issues) => {
        const found: { value: unknown; issues: Issue[] } = { value, issues: [] };
        judge(found);
        issues.push(...found.issues.map((one) => ({ ...one, path: one.path ?? [] })));
        return found.value;
      },
    });
  }
  overwrite(change: (value: never) => unknown) {
    return this.with({ check: (value) => change(value as never) });
  }
  trim() {
    return this.overwrite((text: string) => text.trim());
  }
  toLowerCase() {
    return this.overwrite((text: string) => text.toLowerCase());
  }
  toUpperCase() {
    return this.overwrite((text: string) => text.toUpperCase());
  }
  regex(pattern: RegExp, message?: Message) {
    return this.must((text: string) => pattern.test(text), "invalid_format", message);
  }
  min(least: number, message?: Message) {
    if (this.def.type === "number") return this.must((value: number) => value >= least, "too_small", message);
    return this.ofLength((length) => (length < least ? "too_small" : null), message);
  }
  max(most: number, message?: Message) {
    if (this.def.type === "number") return this.must((value: number) => value <= most, "too_big", message);
    return this.ofLength((length) => (length > most ? "too_big" : null), message, most);
  }
  length(exactly: number, message?: Message) {
    const judge = (length: number) => (length === exactly ? null : length < exactly ? "too_small" : "too_big");
    return this.ofLength(judge, message, exactly);
  }
  private ofLength(judge: (length: number) => string | null, message: Message, most?: number): Schema {
    const check: Check = (value, issues) => {
      const code = judge(typeof value === "string" ? signsOf(value) : (value as readonly unknown[]).length);
      if (code) issues.push(issue(code, message, true));
      return value;
    };
    return this.with({ check, isOfLength: true, ...(most === undefined ? {} : { most }) });
  }
  gt(limit: number, message?: Message) {
    return this.must((value: number) => value > limit, "too_small", message);
  }
  positive(message?: Message) {
    return this.gt(0, message);
  }
  nonnegative(message?: Message) {
    return this.min(0, message);
  }
  int(message?: Message) {
    const check: Check = (value, issues) => {
      if (!Number.isInteger(value)) issues.push(issue("invalid_type", message, false));
      else if (!Number.isSafeInteger(value))
        issues.push(issue((value as number) > 0 ? "too_big" : "too_small", message, true));
      return value;
    };
    return this.with({ check });
  }

  optional(): Schema {
    const optin = this.def.optin === "defaulted" ? "defaulted" : "optional";
    const read = (value: unknown) => (value === undefined && optin !== "defaulted" ? fine(value) : this.run(value));
    return new Schema({ type: "optional", innerType: this, optin, optout: true, values: also(this, undefined) }, read);
  }
  nullable(): Schema {
    const { optin, optout } = this.def;
    const def = { type: "nullable", innerType: this, optin, optout: optout ?? false, values: also(this, null) };
    return new Schema(def, (value) => (value === null ? fine(value) : this.run(value)));
  }
  nullish(): Schema {
    return this.nullable().optional();
  }
  default(instead: unknown): Schema {
    const read = (value: unknown): Read => {
      if (value === undefined) return fine(instead);
      const found = this.run(value);
      return found.value === undefined ? { value: instead, issues: found.issues } : found;
    };
    return new Schema({ type: "default", innerType: this, optin: "defaulted", values: this.def.values }, read);
  }
  catch(instead: unknown): Schema {
    const optin = this.def.optin === "defaulted" ? "defaulted" : "optional";
    const read = (value: unknown) => {
      const found = this.run(value);
      return found.issues.length > 0 ? fine(instead) : found;
    };
    return new Schema({ type: "catch", innerType: this, optin, optout: this.def.optout ?? false }, read);
  }
  pipe(next: Schema): Schema {
    const read = (value: unknown): Read => {
      const found = this.run(value);
      if (found.issues.some(({ code }) => code !== "unrecognized_keys")) return { ...found, isOver: true };
      const after = next.run(found.value);
      return { value: after.value, issues: [...found.issues, ...after.issues] };
    };
    return new Schema({ type: "pipe", optin: this.def.optin, optout: next.def.optout ?? false }, read);
  }
  transform(change: (value: never) => unknown): Schema {
    return this.pipe(new Schema({ type: "transform", optin: "optional" }, (value) => fine(change(value as never))));
  }
  array(): Schema {
    return arrayOf(this);
  }

  exclude(without: readonly string[]): Schema {
    const kept = Object.entries(this.def.entries ?? {}).filter(([key]) => !without.includes(key));
    return enumOf(Object.fromEntries(kept));
  }
  extend(more: Readonly<Record<string, Schema>>): Schema {
    return new Schema(...objectOf({ ...this.def.shape, ...more }, this.def.extra), this.steps);
  }
  strip(): Schema {
    return new Schema(...objectOf(this.def.shape ?? {}, "drop"), this.steps);
  }
  partial(): Schema {
    return this.reshaped(([name, field]) => [[name, field.optional()]]);
  }
  pick(names: Readonly<Record<string, true>>): Schema {
    return this.reshaped(([name, field]) => (names[name] ? [[name, field]] : []));
  }
  omit(names: Readonly<Record<string, true>>): Schema {
    return this.reshaped(([name, field]) => (names[name] ? [] : [[name, field]]));
  }
  private reshaped(change: (field: [string, Schema]) => [string, Schema][]): Schema {
    const shape = Object.fromEntries(Object.entries(this.def.shape ?? {}).flatMap(change));
    return new Schema(...objectOf(shape, this.def.extra));
  }
}

const also = ({ def }: Schema, value: unknown) => (def.values ? [...def.values, value] : undefined);

const placed = (key: PropertyKey, issues: readonly Issue[]) =>
  issues.map((one) => ({ ...one, path: [key, ...one.path] }));

/** A list, each part of one kind. */
export const arrayOf = (element: Schema): Schema =>
  new Schema({ type: "array" }, (input) => {
    if (!Array.isArray(input)) return wrong(input, "invalid_type");
    const issues: Issue[] = [];
    const value = input.map((part, i) => {
      const found = element.run(part);
      if (found.issues.length > 0) issues.push(...placed(i, found.issues));
      return found.value;
    });
    return { value, issues };
  });

/** One of some values. */
export function enumOf(entries: Readonly<Record<string, unknown>>, message?: Message): Schema {
  const values = Object.values(entries);
  const known = new Set(values);
  return new Schema({ type: "enum", entries, values }, (value) =>
    known.has(value) ? fine(value) : wrong(value, "invalid_value", message),
  );
}

/** The kind and the reading of an object with these fields. */
export function objectOf(
  shape: Readonly<Record<string, Schema>>,
  extra: Kind["extra"] = "drop",
): [Kind, (input: unknown) => Read] {
  const fields = Object.entries(shape);
  const read = (input: unknown): Read => {
    if (typeof input !== "object" || input === null || Array.isArray(input)) return wrong(input, "invalid_type");
    const value: Record<string, unknown> = {};
    const issues: Issue[] = [];
    for (const [name, field] of fields) readField(name, field, input as Record<string, unknown>, value, issues);
    if (extra !== "drop") readOthers(shape, extra, input as Record<string, unknown>, value, issues);
    return { value, issues };
  };
  return [{ type: "object", shape, extra }, read];
}

function readField(
  name: string,
  field: Schema,
  input: Readonly<Record<string, unknown>>,
  into: Record<string, unknown>,
  issues: Issue[],
): void {
  const { optin, optout } = field.def;
  const isThere = name in input;
  if (!isThere && optout && optin === "optional") return;
  const found = field.run(input[name]);
  if (found.issues.length > 0) {
    if (optin !== undefined && optout && !isThere) return;
    issues.push(...placed(name, found.issues));
  }
  if (!isThere && optin === undefined) {
    if (found.issues.length === 0) issues.push(...placed(name, [issue("invalid_type")]));
  } else if (found.value !== undefined || isThere || (optin === "defaulted" && !optout)) into[name] = found.value;
}

function readOthers(
  shape: Readonly<Record<string, Schema>>,
  extra: "refuse" | "keep",
  input: Readonly<Record<string, unknown>>,
  into: Record<string, unknown>,
  issues: Issue[],
): void {
  const others = Object.keys(input).filter((name) => !Object.hasOwn(shape, name));
  if (extra === "refuse" && others.length > 0) issues.push(issue("unrecognized_keys", undefined, true));
  if (extra === "keep") for (const name of others) if (name !== "__proto__") into[name] = input[name];
}
