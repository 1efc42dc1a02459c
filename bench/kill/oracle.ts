import type { Fact, PlannedDelivery } from "./planned-deliveries";

interface OracleFact {
  readonly value: number;
  readonly computedAt: number;
  /** Every value ever sent for this moment. */
  readonly said: ReadonlySet<number>;
}

/** What must be in the database when everything is acknowledged, kept in memory by the law and not by our code. */
export interface Oracle {
  /** By room, then by moment (ms): of a moment the highest version wins. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<number, OracleFact>>;
  /** By room: the winner of the greatest moment. */
  readonly current: ReadonlyMap<string, number>;
  readonly moments: number;
  readonly keys: ReadonlySet<string>;
}

export function createOracle(deliveries: readonly PlannedDelivery[]): Oracle {
  const facts = new Map<string, Map<number, { value: number; computedAt: number; said: Set<number> }>>();
  for (const { fact } of deliveries) if (fact) learn(facts, fact);
  const current = new Map<string, number>();
  let moments = 0;
  for (const [room, byMoment] of facts) {
    moments += byMoment.size;
    current.set(room, byMoment.get(Math.max(...byMoment.keys()))?.value ?? Number.NaN);
  }
  return { facts, current, moments, keys: new Set(deliveries.map((d) => d.key)) };
}

function learn(facts: Map<string, Map<number, { value: number; computedAt: number; said: Set<number> }>>, fact: Fact) {
  const byMoment = facts.get(fact.room) ?? new Map();
  facts.set(fact.room, byMoment);
  const known = byMoment.get(fact.observedAt);
  if (!known) byMoment.set(fact.observedAt, { ...fact, said: new Set([fact.value]) });
  else {
    known.said.add(fact.value);
    if (fact.computedAt > known.computedAt) Object.assign(known, { value: fact.value, computedAt: fact.computedAt });
  }
}
