import { z } from "zod";

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const Id = z.string().regex(/^[1-9]\d{0,17}$/, "is not an id");
const Word = z.string().trim().min(1).max(200);

/** `GET /api/audit`: `cursor` is the last answer's `next`; `from` is included, `to` is not. */
export const AuditQuery = z
  .object({
    /** Id of whoever did it. */
    actor: Word.optional(),
    /** `noun.verb` */
    action: Word.optional(),
    objectType: Word.optional(),
    objectId: Word.optional(),
    siteId: z
      .string()
      .regex(/^[1-9]\d{0,8}$/, "is not an id")
      .optional(),
    from: moment.optional(),
    to: moment.optional(),
    /** In names, addresses, and what was changed. */
    text: Word.optional(),
    cursor: Id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(({ from, to }) => !from || !to || from < to, { message: "must be after from", path: ["to"] });
export type AuditQuery = z.infer<typeof AuditQuery>;

const Json = z.json();
type Json = z.infer<typeof Json>;

/** What was stored of an entry, with every text made fit to be shown. */
export function auditJson(value: unknown, clean: (text: string) => string): Json {
  if (typeof value === "string") return clean(value);
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((one) => auditJson(one, clean));
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [clean(key), auditJson(one, clean)]));
}

export const AuditItem = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.object({ id: z.string().nullable(), name: z.string() }),
  /** From where it was done; null when it is not known. */
  address: z.string().nullable(),
  /** `noun.verb` */
  action: z.string(),
  /** What it was done to, by the name it has now; null when it has none, or is gone. */
  object: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  /** The site it is about; null when it is about none or all. */
  site: z.object({ id: z.string(), name: z.string() }).nullable(),
  before: Json,
  after: Json,
});
export type AuditItem = z.infer<typeof AuditItem>;

export const AuditPage = z.object({
  /** The newest first. */
  items: z.array(AuditItem),
  /** Names of the spaces that `before` and `after` mention by id, as far as the reader may know them. */
  spaces: z.record(z.string(), z.string()),
  next: z.string().nullable(),
});
export type AuditPage = z.infer<typeof AuditPage>;

/** What the log can be narrowed to: who and what is in it, and the reader's sites. */
export interface AuditChoices {
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly actions: readonly string[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}
