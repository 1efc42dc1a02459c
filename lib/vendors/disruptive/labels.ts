import type { z } from "zod";
import { storable } from "../schema-parts";
import { type LabelChanges, Labels } from "./schema";

const MOST_LABELS = 20;

type Entry<V> = readonly [key: string, value: V];

export interface ReadLabels<V = string> {
  readonly labels: ReadonlyMap<string, V>;
  readonly notes: readonly string[];
}

/** The labels people gave a device, made storable. What is no label is left out and noted: it never spoils an event. */
export function readLabels(labels: unknown, path: string): ReadLabels {
  const { entries, notes } = textLabels(labels, path);
  return capped(entries, path, notes);
}

/** Labels put on, reworded (their new value) and taken off (null). One that is taken off and put on again is on. */
export function readChanges(changes: z.output<typeof LabelChanges>, path: string): ReadLabels<string | null> {
  const added = textLabels(changes.added, `${path}.added`);
  const modified = textLabels(changes.modified, `${path}.modified`);
  const removed = (changes.removed ?? []).flatMap((key) => labelOf(key, null));
  return capped([...removed, ...added.entries, ...modified.entries], path, [...added.notes, ...modified.notes]);
}

function textLabels(labels: unknown, path: string): { entries: Entry<string>[]; notes: string[] } {
  if (labels === undefined || labels === null) return { entries: [], notes: [] };
  const parsed = Labels.safeParse(labels);
  if (!parsed.success) return { entries: [], notes: [`${path}: left out, is no object of labels`] };
  const given = Object.entries(parsed.data);
  const entries = given.flatMap(([key, value]) => (typeof value === "string" ? labelOf(key, storable(value)) : []));
  const leftOut = given.length - entries.length;
  return { entries, notes: leftOut > 0 ? [`${path}: left out ${leftOut}, no text`] : [] };
}

function labelOf<V>(key: string, value: V): Entry<V>[] {
  const name = storable(key);
  return name === "" ? [] : [[name, value]];
}

function capped<V>(entries: readonly Entry<V>[], path: string, notes: readonly string[]): ReadLabels<V> {
  const labels = new Map(entries.slice(0, MOST_LABELS));
  if (entries.length <= MOST_LABELS) return { labels, notes };
  return { labels, notes: [...notes, `${path}: only the first ${MOST_LABELS} of ${entries.length} are kept`] };
}
