import { z } from "zod";
import { dateAfter, momentAt } from "./wall-clock";

/** A day (`2026-11-21`), or a moment with its offset, as it stands in a query. */
export const isoMoment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** A period in ms since the epoch, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What was asked for, by the clock of a zone: a day as `to` is the last one and belongs to it. */
export function spanOf({ from, to }: { from: string; to: string }, timeZone: string): Span {
  return { from: startOf(from, timeZone), to: endOf(to, timeZone) };
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
const startOf = (text: string, zone: string) => (isDay(text) ? momentAt(text, zone) : Date.parse(text));
const endOf = (text: string, zone: string) => (isDay(text) ? momentAt(dateAfter(text, 1), zone) : Date.parse(text));
