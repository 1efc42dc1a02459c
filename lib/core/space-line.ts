import type { Speaker } from "./fusion";
import type { Metric } from "./metric";
import type { Span } from "./moment-or-day";
import {
  bandOf,
  type ReadingFacts,
  type SourceFacts,
  type SpaceFacts,
  type SpaceVerdict,
  spaceState,
} from "./space-state";
import type { Span as Closing } from "./span";

/** One reading of a source of the space, in ms since the epoch. */
export interface LineReading {
  readonly at: number;
  readonly source: number;
  readonly metric: Metric;
  readonly value: number;
}

/** From when to when a source fed the space. */
export interface LineStay extends Span {
  readonly source: number;
  /** ms; null when silence is normal. */
  readonly expectedIntervalMs: number | null;
}

export interface LineInput {
  /** How long the space is "away" after its motion ended, ms; null for not at all. */
  readonly holdMs: number | null;
  readonly stays: readonly LineStay[];
  /** Oldest first, with the newest before the span of each source and metric. Only those of a stay count. */
  readonly readings: readonly LineReading[];
  /** Who speaks, best first; null for the usual order. */
  readonly speakers: readonly Speaker[] | null;
  /** When maintenance closed it: nothing is known of it then. */
  readonly closings: readonly Closing[];
  /** Lunches: who left in one is away until it ends. */
  readonly breaks: readonly Closing[];
}

/**
 * What is known from a moment on, until the next step: 0 nothing; 1 nobody is in; 2 somebody is in, who knows how
 * many; 3 + n: n people are counted.
 */
export interface LineStep {
  readonly at: number;
  readonly code: number;
}

export const UNKNOWN = 0;
const EMPTY = 1;
const USED = 2;
const COUNTED = 3;

export const isUsed = (code: number): boolean => code === USED || code > COUNTED;
/** null where nobody counts. */
export const peopleOf = (code: number): number | null => (code >= COUNTED ? code - COUNTED : null);

/**
 * What was known of a space, as the fewest steps that tell it; the first stands at `span.from`. It is `spaceState` at
 * every moment, asked only where something can have changed. Bookings do not matter: a held room is empty.
 */
export function spaceLine(input: LineInput, span: Span): LineStep[] {
  const line = new Line(span);
  const facts = new Facts(input);
  let verdict: SpaceVerdict | null = null;
  for (const events of moments(input)) {
    const at = events[0]?.at ?? 0;
    if (at >= span.to) break;
    verdict = pass(facts, line, verdict, at);
    let matters = false;
    for (const event of events) matters = facts.take(event) || matters;
    if (matters || verdict === null || codeOf(verdict) === UNKNOWN) {
      verdict = facts.judge(at);
      line.add(at, verdict);
    }
  }
  pass(facts, line, verdict, span.to);
  return line.steps;
}

/** Time alone changes a state, until the next event at most. */
function pass(facts: Facts, line: Line, verdict: SpaceVerdict | null, until: number): SpaceVerdict | null {
  let current = verdict;
  while (current?.changesAt != null && current.changesAt < until) {
    const at = current.changesAt;
    current = facts.judge(at);
    line.add(at, current);
  }
  return current;
}

class Line {
  readonly steps: LineStep[];
  constructor(private readonly span: Span) {
    this.steps = [{ at: span.from, code: UNKNOWN }];
  }

  add(at: number, verdict: SpaceVerdict): void {
    const code = codeOf(verdict);
    const last = this.steps.at(-1);
    if (!last || last.code === code) return;
    if (at <= last.at) this.steps.pop();
    const before = this.steps.at(-1);
    if (before?.code !== code) this.steps.push({ at: Math.max(at, this.span.from), code });
  }
}

function codeOf({ state, count }: SpaceVerdict): number {
  switch (state) {
    case "maintenance":
    case "unmonitored":
    case "offline":
    case "stale":
    case "unknown":
      return UNKNOWN;
    case "over":
    case "occupied":
    case "away":
      return count === null ? USED : COUNTED + Math.max(0, count);
    case "ghost":
    case "held":
    case "free":
      return count === null ? EMPTY : COUNTED + Math.max(0, count);
  }
}

type LineEvent =
  | { readonly at: number; readonly reading: LineReading }
  | { readonly at: number; readonly begins: LineStay }
  | { readonly at: number; readonly ends: LineStay };

/** Everything that happens, in groups of the same moment. At one moment a stay ends and begins before it speaks. */
function* moments({ stays, readings }: LineInput): Generator<LineEvent[]> {
  const few: LineEvent[] = [
    ...stays.map((stay) => ({ at: stay.to, ends: stay })),
    ...stays.map((stay) => ({ at: stay.from, begins: stay })),
  ].sort((a, b) => a.at - b.at);
  let group: LineEvent[] = [];
  let next = 0;
  const flushBefore = function* (at: number): Generator<LineEvent[]> {
    if (group.length > 0 && group[0]?.at !== at) {
      yield group;
      group = [];
    }
  };
  for (const reading of readings) {
    for (let event = few[next]; event && event.at <= reading.at; event = few[++next]) {
      yield* flushBefore(event.at);
      group.push(event);
    }
    yield* flushBefore(reading.at);
    group.push({ at: reading.at, reading });
  }
  for (const event of few.slice(next)) {
    yield* flushBefore(event.at);
    group.push(event);
  }
  if (group.length > 0) yield group;
}

interface MutableSource {
  id: string;
  stay: LineStay;
  offlineAt: number | null;
  lastAt: number | null;
  hasHeartbeat: boolean;
}

/** What is known at a moment, in the shape `spaceState` asks for. */
class Facts {
  private readonly sources = new Map<number, MutableSource>();
  private readonly readings = new Map<string, ReadingFacts & { at: number }>();

  constructor(private readonly input: LineInput) {}

  /** Takes an event in. Answers whether the state can be another one because of it. */
  take(event: LineEvent): boolean {
    if ("reading" in event) return this.hear(event.reading);
    if ("begins" in event) {
      const id = String(event.begins.source);
      this.sources.set(event.begins.source, {
        id,
        stay: event.begins,
        offlineAt: null,
        lastAt: null,
        hasHeartbeat: false,
      });
    } else if (this.sources.get(event.ends.source)?.stay === event.ends) {
      this.sources.delete(event.ends.source);
      for (const [key, { source }] of this.readings)
        if (source === String(event.ends.source)) this.readings.delete(key);
    }
    return true;
  }

  private hear({ source: id, metric, value, at }: LineReading): boolean {
    const source = this.sources.get(id);
    if (!source) return false;
    if (metric === "online") {
      source.offlineAt = value > 0 ? null : at;
      return true;
    }
    source.lastAt = at;
    if (metric === "signal") source.hasHeartbeat = true;
    const key = `${id}/${metric}`;
    const last = this.readings.get(key);
    const isRepeat = last?.value === value && this.readings.size === 1 && source.offlineAt === null;
    const bandSince = last && bandOf(last.value, null) === bandOf(value, null) ? last.bandSince : at;
    if (SPEAKING.has(metric))
      this.readings.set(key, { metric, source: source.id, value, observedAt: at, bandSince, uncertain: false, at });
    return !isRepeat;
  }

  judge(now: number): SpaceVerdict {
    return spaceState(this.facts(now), now);
  }

  private facts(now: number): SpaceFacts {
    const sources = [...this.sources.values()].map(
      ({ id, stay, offlineAt, lastAt, hasHeartbeat }): SourceFacts => ({
        id,
        assignedAt: stay.from,
        expectedIntervalMs: stay.expectedIntervalMs,
        senses: true,
        offlineAt,
        heardAt: hasHeartbeat ? lastAt : null,
      }),
    );
    const { holdMs, speakers, closings } = this.input;
    // Lunches repeat each day: only those around a moment matter to it.
    const breaks = this.input.breaks.filter(({ from, until }) => from < now + DAY_MS && (until ?? now) > now - DAY_MS);
    const readings = [...this.readings.values()];
    return { capacity: null, holdMs, sources, readings, bookings: [], speakers, closings, breaks };
  }
}

const DAY_MS = 86_400_000;
const SPEAKING: ReadonlySet<Metric> = new Set(["occupancy", "occupancySmoothed", "deskOccupied", "motion"]);
