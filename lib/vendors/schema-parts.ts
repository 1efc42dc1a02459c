import { z } from "zod";

const ID_LENGTH = 256;
const NAME_LENGTH = 512;
const MOST_ISSUES = 20;

/** Moments before this are no readings of this product. */
export const EARLIEST_MS = Date.UTC(2015, 0, 1);
/** Further ahead a reading would outrank every honest one after it. */
export const FUTURE_MS = 5 * 60_000;
export const FROM_THE_FUTURE = "is more than 5 minutes in the future";
export const MOST_PEOPLE = 100_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A vendor's own id: opaque, but storable. */
export const Id = z
  .string()
  .min(1)
  .max(ID_LENGTH)
  .refine((id) => !CONTROL.test(id) && id.isWellFormed(), "holds control characters");

/** Optional ids and names come as absent, null or "". */
const absent = (value: unknown) => (value === null || value === "" ? undefined : value);
export const OptionalId = z.preprocess(absent, Id.optional());

/** Text a person wrote: kept as it is but for what cannot be stored, and cut. */
export const Name = z.preprocess(
  (value) => (typeof value === "string" ? absent(storable(value)) : absent(value)),
  z.string().optional(),
);

/** Text PostgreSQL takes: no NUL, no half of a surrogate pair, no more than 512 characters. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "").slice(0, NAME_LENGTH).trim();
}

/** The name of an event type, storable and short. */
export const TypeName = z.string().regex(/^[A-Za-z0-9_.]{1,64}$/, "is not a type name");

/** What failed and where, at most 20 lines. */
export function issuesOf(error: z.ZodError): string[] {
  return error.issues.slice(0, MOST_ISSUES).map((issue) => `${issue.path.join(".") || "event"}: ${issue.message}`);
}
