import "server-only";
import { createHash } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { isAllowed } from "@/lib/auth/authorize";
import type { ImportPlan, PlannedRow } from "@/lib/core/imports/import-plan";
import type { ImportReport, ReportRow } from "@/lib/core/imports/import-report";
import { wayOf } from "@/lib/core/imports/import-tree";
import { planImport } from "@/lib/core/imports/plan-import";
import { readSheet, type Sheet } from "@/lib/core/imports/read-sheet";
import { problemOf } from "@/lib/core/imports/row-problem";
import { type RowWish, rowWish } from "@/lib/core/imports/row-wish";
import { say } from "@/lib/core/words";
import { readKnownSpaces, readTypes, readWishedSources } from "@/lib/db/import-repository";
import { readSpreadsheet } from "./read-spreadsheet";

/** A file as read: what each row asks for, whatever there is in the database. */
export interface ReadFile {
  readonly sheet: Sheet;
  readonly wishes: readonly RowWish[];
}

/** Throws `invalid` when the file is no list of spaces. */
export async function readFile(bytes: Buffer): Promise<ReadFile> {
  const sheet = readSheet(await readSpreadsheet(bytes));
  return { sheet, wishes: sheet.rows.map(rowWish) };
}

/** What importing would do now, for this person. Four reads, however many rows. */
export async function planFile(client: Pool | PoolClient, file: ReadFile, actor: Actor): Promise<ImportPlan> {
  const wishes = isAllowed(actor, "source:assign") ? file.wishes : file.wishes.map(withoutRight);
  const wanted = wishes.flatMap(({ source }) => (source ? [source] : []));
  const spaces = await readKnownSpaces(client, actor.sites);
  const types = await readTypes(client);
  const sources = await readWishedSources(client, wanted, actor.sites);
  return planImport(wishes, { spaces, types, sources, mayCreateSites: isAllowed(actor, "site:create") });
}

function withoutRight(wish: RowWish): RowWish {
  if (!wish.source) return wish;
  const problem = problemOf("sourceId", say("You may not say where sources stand."));
  return { ...wish, problems: [...wish.problems, problem] };
}

/** The plan as people read it. */
export function reportOf({ sheet, wishes }: ReadFile, plan: ImportPlan): ImportReport {
  const wishOf = new Map(wishes.map((wish) => [wish.row, wish]));
  const rows = plan.rows.map((row) => reportRow(row, wishOf.get(row.row)));
  const counts = { create: 0, update: 0, unchanged: 0, problem: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  return {
    fingerprint: fingerprintOf(plan),
    columns: [...sheet.columns],
    ignored: [...sheet.ignored],
    counts,
    assigned: rows.filter(({ source }) => source !== null).length,
    parents: plan.made
      .filter(({ row }) => row === null)
      .map((node) => ({ kind: node.kind, way: wayOf(node).map(({ name }) => name) })),
    rows,
  };
}

function reportRow(
  { row, outcome, node, changes, source, problems }: PlannedRow,
  wish: RowWish | undefined,
): ReportRow {
  const way = node ? wayOf(node) : (wish?.way ?? []);
  return {
    row,
    outcome,
    kind: node?.kind ?? way.at(-1)?.kind ?? null,
    way: way.map(({ name }) => name),
    spaceId: node?.known ? String(node.known.id) : null,
    changes: [...changes],
    source: source ? { vendor: source.vendor, id: source.externalId, from: source.spaceName } : null,
    problems: [...problems],
  };
}

/** Another one when the import would do anything else than before. */
export function fingerprintOf(plan: ImportPlan): string {
  const rows = plan.rows.map(({ row, outcome, node, changes, source, problems }) => [
    ...[row, outcome, node?.known?.id ?? null, node ? wayOf(node) : null, changes],
    ...[source?.id ?? null, source?.spaceId ?? null, problems],
  ]);
  const made = plan.made.map((node) => [node.kind, wayOf(node), node.row]);
  return createHash("sha256")
    .update(JSON.stringify([rows, made]))
    .digest("hex");
}
