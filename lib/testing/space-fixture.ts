import type { MetricValue, SpaceSnapshot, SpaceSource } from "@/lib/core/floor";

const LONG_AGO = "2026-11-17T00:00:00.000Z";

/** A source as the wire carries it: a Butlr room that has said nothing, but for what the test says of it. */
export const aSource = (change: Partial<SpaceSource> = {}): SpaceSource => ({
  id: "9",
  vendor: "butlr",
  kind: "room",
  name: "Birch",
  assignedAt: LONG_AGO,
  expectedIntervalMs: 60_000,
  senses: true,
  lastReadingAt: null,
  online: null,
  offlineAt: null,
  battery: null,
  signal: null,
  ...change,
});

/** A value that was measured at a moment, arrived in it, and is of that source. */
export const aValue = (value: number, at: string, change: Partial<MetricValue> = {}): MetricValue => ({
  value,
  observedAt: at,
  receivedAt: at,
  since: at,
  source: "9",
  ...change,
});

/** A space as the wire carries it: a room with one source and no reading, but for what the test says of it. */
export const aSpace = (change: Partial<SpaceSnapshot> = {}): SpaceSnapshot => ({
  id: "7",
  kind: "room",
  parentId: null,
  name: "Birch",
  type: null,
  capacity: 10,
  holdMinutes: null,
  state: "unknown",
  since: null,
  metrics: {},
  others: [],
  sources: [aSource()],
  alerts: [],
  bookings: [],
  ...change,
});
