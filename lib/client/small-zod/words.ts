import * as mini from "zod/mini";

type Schema = mini.ZodMiniType;
type Params = string | { readonly message?: string };
type Check = (value: never) => unknown;

const checked = (schema: Schema, check: unknown) => schema.check(check as Parameters<Schema["check"]>[0]);
const isNumber = (schema: Schema) => schema.def.type === "number";

/** What schemas of zod are asked for by a dot, said in the words of zod/mini. Zod looks here when it makes a schema. */
const FLUENT = {
  optional(this: Schema) {
    return mini.optional(this);
  },
  nullable(this: Schema) {
    return mini.nullable(this);
  },
  nullish(this: Schema) {
    return mini.nullish(this);
  },
  default(this: Schema, value: unknown) {
    return mini._default(this, value as never);
  },
  catch(this: Schema, value: unknown) {
    return mini.catch(this, value as never);
  },
  unwrap(this: mini.ZodMiniOptional | mini.ZodMiniNullable) {
    return this.def.innerType;
  },
  array(this: Schema) {
    return mini.array(this);
  },
  transform(this: Schema, change: (value: unknown) => unknown) {
    return mini.pipe(this, mini.transform(change) as never);
  },
  pipe(this: Schema, next: Schema) {
    return mini.pipe(this, next as never);
  },
  refine(this: Schema, isRight: Check, params?: Params) {
    return checked(this, mini.refine(isRight as never, params as never));
  },
  superRefine(this: Schema, judge: Check) {
    return checked(this, mini.superRefine(judge as never));
  },
  overwrite(this: Schema, change: Check) {
    return checked(this, mini.overwrite(change as never));
  },
  min(this: Schema, least: number, params?: Params) {
    return checked(this, isNumber(this) ? mini.gte(least, params) : mini.minLength(least, params));
  },
  max(this: Schema, most: number, params?: Params) {
    return checked(this, isNumber(this) ? mini.lte(most, params) : mini.maxLength(most, params));
  },
  gt(this: Schema, limit: number, params?: Params) {
    return checked(this, mini.gt(limit, params));
  },
  positive(this: Schema, params?: Params) {
    return checked(this, mini.gt(0, params));
  },
  nonnegative(this: Schema, params?: Params) {
    return checked(this, mini.gte(0, params));
  },
  int(this: Schema, params?: Params) {
    return checked(this, mini.int(params));
  },
  length(this: Schema, exactly: number, params?: Params) {
    return checked(this, mini.length(exactly, params));
  },
  regex(this: Schema, pattern: RegExp, params?: Params) {
    return checked(this, mini.regex(pattern, params));
  },
  trim(this: Schema) {
    return checked(this, mini.trim());
  },
  toLowerCase(this: Schema) {
    return checked(this, mini.toLowerCase());
  },
  toUpperCase(this: Schema) {
    return checked(this, mini.toUpperCase());
  },
  exclude(this: mini.ZodMiniEnum, without: readonly string[]) {
    const kept = Object.entries(this.def.entries).filter(([key]) => !without.includes(key));
    return mini.enum(Object.fromEntries(kept));
  },
  extend(this: mini.ZodMiniObject, shape: Parameters<typeof mini.extend>[1]) {
    return mini.extend(this, shape);
  },
  partial(this: mini.ZodMiniObject) {
    return mini.partial(this);
  },
  strip(this: mini.ZodMiniObject) {
    return this.clone({ ...this.def, catchall: undefined } as never);
  },
  pick(this: mini.ZodMiniObject, mask: Record<string, true>) {
    return mini.pick(this, mask as never);
  },
  omit(this: mini.ZodMiniObject, mask: Record<string, true>) {
    return mini.omit(this, mask as never);
  },
};
Object.assign(mini.ZodMiniType.prototype, FLUENT);

/** `z.preprocess()` */
export const preprocess = (change: (value: unknown) => unknown, schema: Schema) =>
  mini.pipe(mini.transform(change), schema as never);

export {
  array,
  base64,
  boolean,
  coerce,
  custom,
  discriminatedUnion,
  email,
  enum,
  int,
  iso,
  json,
  lazy,
  literal,
  looseObject,
  NEVER,
  null,
  number,
  object,
  partialRecord,
  record,
  strictObject,
  string,
  stringbool,
  tuple,
  union,
  unknown,
  url,
} from "zod/mini";
