import type { DirtySpan } from "@/lib/db/dirty-span-repository";

const HOUR_MS = 3_600_000;
/** Time of spaces per transaction, ms: about a second of work, and what a crash repeats. */
const ROOM_MS = 1_500 * HOUR_MS;
/** What each span gets at least while there is room, ms: a day's total is worked out once. */
const SHARE_MS = 24 * HOUR_MS;

/** Spans of the same space that touch become one. */
export function joined(spans: readonly DirtySpan[]): DirtySpan[] {
  const result: DirtySpan[] = [];
  for (const span of spans.toSorted((a, b) => a.spaceId - b.spaceId || a.from - b.from)) {
    const last = result.at(-1);
    if (last && last.spaceId === span.spaceId && span.from <= last.to) {
      result[result.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    } else result.push(span);
  }
  return result;
}

/**
 * What fits into one transaction, the newest first; the rest is marked again. Years of one space wait for yesterday of
 * the others: a span gets no more than its share of the room.
 */
export function portion(spans: readonly DirtySpan[]): { now: DirtySpan[]; later: DirtySpan[] } {
  const [now, later]: [DirtySpan[], DirtySpan[]] = [[], []];
  const share = Math.max(SHARE_MS, Math.floor(ROOM_MS / spans.length / HOUR_MS) * HOUR_MS);
  let room = ROOM_MS;
  for (const span of spans.toSorted((a, b) => b.to - a.to)) {
    const cut = Math.max(span.from, span.to - Math.min(share, room));
    if (cut < span.to) now.push({ ...span, from: cut });
    if (cut > span.from) later.push({ ...span, to: Math.min(cut, span.to) });
    room -= span.to - cut;
  }
  return { now, later };
}
