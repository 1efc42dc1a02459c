import "server-only";
import type { DeliveryDetail, DeliveryReading } from "@/lib/core/delivery";
import { AppError } from "@/lib/core/errors";
import type { Observation, Reading } from "@/lib/core/observation";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { readDelivery, readStanding, type StandingReading } from "@/lib/db/delivery-repository";
import type { VendorAdapter } from "@/lib/vendors/adapter";
import { parseStored } from "./parse-stored";

type FindAdapter = (vendor: string) => VendorAdapter | undefined;

/**
 * One delivery with its body, and what became of it: it is read again, and each reading it speaks of is looked up
 * where it would stand. Throws `not-found`.
 */
export async function readDeliveryDetail(
  id: string,
  findAdapter: FindAdapter,
  db: Database = database(),
): Promise<DeliveryDetail> {
  const found = /^[1-9]\d{0,17}$/.test(id) ? await readDelivery(id, db) : null;
  if (!found) throw new AppError("not-found", "There is no such delivery. They are kept for 30 days.");
  const { receivedAtUs, eventDay: _, key, ...shown } = found;
  const parsed = parseStored(found, findAdapter);
  const observations = parsed?.kind === "observations" ? parsed.observations : [];
  const readings = observations.filter((observation) => observation.kind === "reading");
  const standing = await readStanding(readings, db);
  return {
    ...shown,
    key: key.toString("hex"),
    readings: readings.map((reading, i) => fateOf(reading, standing[i], receivedAtUs)),
    others: countOthers(observations),
  };
}

const iso = (us: number) => new Date(us / 1000).toISOString();

function fateOf(reading: Reading, found: StandingReading | undefined, receivedAtUs: number): DeliveryReading {
  const standing = found?.standing ?? null;
  const { vendor, kind, externalId } = reading.source;
  return {
    source: { vendor, kind, externalId, name: found?.sourceName ?? null },
    metric: reading.metric,
    value: reading.value,
    observedAt: iso(reading.observedAtUs),
    fate: standing === null ? "missing" : standing.receivedAtUs === receivedAtUs ? "stored" : "superseded",
    standing: standing && { value: standing.value, receivedAt: iso(standing.receivedAtUs) },
  };
}

function countOthers(observations: readonly Observation[]): DeliveryDetail["others"] {
  const counts = new Map<string, number>();
  for (const { kind } of observations) if (kind !== "reading") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
