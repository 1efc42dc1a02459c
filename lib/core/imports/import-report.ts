import { z } from "zod";
import { SpaceKind } from "../space";
import { Words } from "../words";
import { COLUMN_TITLES, type Column } from "./import-columns";

const ColumnName = z.enum(Object.keys(COLUMN_TITLES) as [Column, ...Column[]]);
export const OUTCOMES = ["create", "update", "unchanged", "problem"] as const;
export type Outcome = (typeof OUTCOMES)[number];

const count = z.number().int().min(0);

/** What becomes of one row of the file. */
export const ReportRow = z.object({
  /** As the spreadsheet counts. */
  row: z.number().int(),
  outcome: z.enum(OUTCOMES),
  kind: SpaceKind.nullable(),
  /** Names from the site to the space, as they will be; for a problem what the row says. */
  way: z.array(z.string()),
  /** Null for what is not there yet. */
  spaceId: z.string().nullable(),
  changes: z.array(z.object({ column: ColumnName, before: z.string().nullable(), after: z.string().nullable() })),
  /** What is put into the space; `from` is the name of where it stands now. */
  source: z.object({ vendor: z.string(), id: z.string(), from: z.string().nullable() }).nullable(),
  /** `words` are for a reader of any language, `message` is the same in English. */
  problems: z.array(z.object({ column: ColumnName.nullable(), words: Words, message: z.string() })),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** `POST /api/imports/spaces`: what an import of the file would do. Nothing is changed. */
export const ImportReport = z.object({
  /** Of everything the import would do; to be named when applying. */
  fingerprint: z.string(),
  columns: z.array(z.object({ header: z.string(), column: ColumnName })),
  /** Headers that mean nothing to us. */
  ignored: z.array(z.string()),
  counts: z.record(z.enum(OUTCOMES), count),
  /** Sources that are put somewhere. */
  assigned: count,
  /** Made on the way, without a row of their own. */
  parents: z.array(z.object({ kind: SpaceKind, way: z.array(z.string()) })),
  rows: z.array(ReportRow),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** `POST /api/imports/spaces/apply`: what was done. */
export const ImportResult = z.object({
  created: count,
  updated: count,
  unchanged: count,
  assigned: count,
  /** Rows with a problem: left out. */
  left: count,
  /** The highest of what was made: archiving these takes back what was made. */
  roots: z.array(z.object({ id: z.string(), kind: SpaceKind, name: z.string() })),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** `POST /api/imports/spaces/apply?fingerprint=…` */
export const ImportApply = z.object({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/, "must be that of a preview") });

/** `POST /api/imports/spaces/undo`: the roots of a result; names as they were made, so that nothing else is archived. */
export const ImportUndo = z.strictObject({
  roots: z
    .array(z.strictObject({ id: z.string().regex(/^[1-9]\d{0,8}$/), name: z.string().max(200) }))
    .min(1)
    .max(20_000),
});
export type ImportUndo = z.infer<typeof ImportUndo>;

/** What it answers: how many spaces are archived now. */
export const ImportUndone = z.object({ archived: count });
