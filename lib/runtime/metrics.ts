import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { singleton } from "./singleton";

export interface Metrics {
  readonly registry: Registry;
  /** One delivery ended so; only vendor and ending are labels, both from short lists. */
  readonly delivery: (vendor: string, ending: string) => void;
  readonly batchFailed: (error: unknown) => void;
  /** A "since when" could not be looked up again. */
  readonly settleFailed: (error: unknown) => void;
}

export function createMetrics(
  gauges: { sockets: () => number; waiting: () => number },
  log: (error: unknown) => void,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const deliveries = new Counter({
    name: "occupancy_deliveries_total",
    help: "Webhook deliveries by vendor and how they ended",
    labelNames: ["vendor", "ending"],
    registers: [registry],
  });
  const failures = new Counter({
    name: "occupancy_batch_failures_total",
    help: "Batches that could not be committed; their senders were told to send again",
    registers: [registry],
  });
  const unsettled = new Counter({
    name: "occupancy_settle_failures_total",
    help: 'Batches whose "since when" could not be looked up again; it may be off until the space changes',
    registers: [registry],
  });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge("occupancy_sockets", "Open browser connections", gauges.sockets);
  gauge("occupancy_deliveries_waiting", "Deliveries waiting for a commit", gauges.waiting);
  const counted = new Map<string, Counter.Internal>(); // looked up once per pair, not once per delivery
  const counterOf = (vendor: string, ending: string) => {
    const key = `${vendor}/${ending}`;
    const known = counted.get(key) ?? deliveries.labels(vendor, ending);
    counted.set(key, known);
    return known;
  };
  return {
    registry,
    delivery: (vendor, ending) => counterOf(vendor, ending).inc(),
    batchFailed: (error) => {
      failures.inc();
      log(error);
    },
    settleFailed: () => unsettled.inc(),
  };
}

export const metrics = (): Metrics =>
  singleton<Metrics>("metrics", () => {
    throw new Error("Metrics are read before boot was done");
  });
