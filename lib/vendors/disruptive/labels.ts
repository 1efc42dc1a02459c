import { storable } from "../schema-parts";
import { Labels } from "./schema";

const MOST_LABELS = 20;

export interface ReadLabels {
  readonly labels: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

/** The labels people gave a device, made storable. Whatever is no label is left out and noted: it never spoils an event. */
export function readLabels(labels: unknown, path: string): ReadLabels {
  if (labels === undefined || labels === null) return { labels: new Map(), notes: [] };
  const parsed = Labels.safeParse(labels);
  if (!parsed.success) return { labels: new Map(), notes: [`${path}: left out, is no object of labels`] };
  const entries = Object.entries(parsed.data);
  const good = entries.flatMap(([key, value]) => labelOf(key, value));
  const notes = good.length < entries.length ? [`${path}: left out ${entries.length - good.length}, no text`] : [];
  if (good.length > MOST_LABELS) notes.push(`${path}: only the first ${MOST_LABELS} of ${good.length} are kept`);
  return { labels: new Map(good.slice(0, MOST_LABELS)), notes };
}

function labelOf(key: string, value: unknown): [key: string, value: string][] {
  const name = storable(key);
  return name !== "" && typeof value === "string" ? [[name, storable(value)]] : [];
}

/** Keys of labels that were taken off, made storable. */
export function readKeys(keys: readonly string[]): string[] {
  return keys
    .map(storable)
    .filter((key) => key !== "")
    .slice(0, MOST_LABELS);
}
