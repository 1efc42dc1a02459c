import type { VisitFact } from "./observation";

/** One visit at one location. Moments are ms since the epoch. */
export interface Visit {
  /** Null for who came without an invitation we know of. */
  readonly invitationId: string | null;
  /** Pseudonym. */
  readonly visitor: string;
  readonly hostId: string;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  /** Sealed, or null. */
  readonly visitorName: string | null;
  readonly hostName: string | null;
  readonly status: "expected" | "in" | "out" | "cancelled";
  /** When it was first heard of. */
  readonly saidAt: number;
  readonly checkedInAt: number | null;
  readonly checkedOutAt: number | null;
  readonly cancelledAt: number | null;
}

/**
 * The visits of one location, from what was said about them in any order and any number of times. Only invitations
 * are named; whoever checks in, out or is taken off the list is found by visitor, host and start. A check-out nobody
 * checked in for is a visit that is over: never somebody less in the building.
 */
export function visitsOf(facts: readonly VisitFact[]): Visit[] {
  const visits: Visit[] = [];
  for (const fact of distinct(facts)) {
    const at = placeOf(fact, visits);
    const visit = visits[at];
    if (visit) visits[at] = changed(visit, fact);
    else if (fact.change !== "cancelled") visits.push(changed(unheardOf(fact), fact));
  }
  return visits;
}

const CHANGES: VisitFact["change"][] = ["expected", "checked-in", "checked-out", "cancelled"];

/** Oldest first, each once. Total: whatever order the facts come in, they are told in the same one. */
function distinct(facts: readonly VisitFact[]): VisitFact[] {
  const told = new Map<string, { fact: VisitFact; names: string }>();
  for (const fact of facts) {
    const key = keyOf(fact);
    // Names are sealed anew each time, so they do not tell two facts apart.
    const names = JSON.stringify([fact.visitorName, fact.hostName]);
    const known = told.get(key);
    if (!known || names < known.names) told.set(key, { fact, names });
  }
  const inOrder = [...told].sort(([a, { fact: x }], [b, { fact: y }]) => {
    return x.observedAtUs - y.observedAtUs || CHANGES.indexOf(x.change) - CHANGES.indexOf(y.change) || (a < b ? -1 : 1);
  });
  return inOrder.map(([, { fact }]) => fact);
}

function keyOf(fact: VisitFact): string {
  const { change, invitationId, visitor, hostId, startsAtUs, endsAtUs, observedAtUs } = fact;
  return JSON.stringify([observedAtUs, change, invitationId, visitor, hostId, startsAtUs, endsAtUs]);
}

interface Candidates {
  readonly statuses: readonly Visit["status"][];
  /** Only visits that start when the fact says. Otherwise a start that one of them does not know fits too. */
  readonly sameStart?: true;
}

/** Which visits a fact may be about, best first. */
const CANDIDATES: Record<VisitFact["change"], readonly Candidates[]> = {
  // Maybe here or gone already, without an invitation we knew of.
  expected: [{ statuses: ["expected", "in", "out"], sameStart: true }],
  // Once in, again is nothing new; out and in again is the same visit.
  "checked-in": [{ statuses: ["in", "expected"] }, { statuses: ["out"], sameStart: true }],
  "checked-out": [{ statuses: ["in"] }, { statuses: ["expected"] }, { statuses: ["out"] }],
  // Who is in the building is not taken off the list.
  cancelled: [{ statuses: ["expected"] }],
};

/** Where the visit is that a fact is about; -1 when it is about none. */
function placeOf(fact: VisitFact, visits: readonly Visit[]): number {
  const { invitationId } = fact;
  const named = invitationId === null ? -1 : visits.findIndex((visit) => visit.invitationId === invitationId);
  if (named >= 0) return named;
  for (const { statuses, sameStart } of CANDIDATES[fact.change]) {
    const fits = (visit: Visit) =>
      statuses.includes(visit.status) &&
      visit.visitor === fact.visitor &&
      visit.hostId === fact.hostId &&
      (invitationId === null || visit.invitationId === null) &&
      startFits(visit, fact, sameStart === true);
    const found = nearest(visits, fits, fact);
    if (found >= 0) return found;
  }
  return -1;
}

function startFits(visit: Visit, fact: VisitFact, sameStart: boolean): boolean {
  if (fact.startsAtUs === null || visit.startsAt === null) return !sameStart;
  return visit.startsAt === ms(fact.startsAtUs);
}

/** Of those that fit the one that starts nearest, the newest of several. What is deleted is simply the newest. */
function nearest(visits: readonly Visit[], fits: (visit: Visit) => boolean, fact: VisitFact): number {
  const near = ms(fact.startsAtUs ?? fact.observedAtUs);
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, visit] of visits.entries()) {
    if (!fits(visit)) continue;
    const distance = visit.startsAt === null ? Number.POSITIVE_INFINITY : Math.abs(visit.startsAt - near);
    if (distance > least && fact.change !== "cancelled") continue;
    best = i;
    least = distance;
  }
  return best;
}

function unheardOf(fact: VisitFact): Visit {
  const { invitationId, visitor, hostId, visitorName, hostName } = fact;
  return {
    invitationId,
    visitor,
    hostId,
    visitorName,
    hostName,
    startsAt: msOrNull(fact.startsAtUs),
    endsAt: msOrNull(fact.endsAtUs),
    status: "expected",
    saidAt: ms(fact.observedAtUs),
    checkedInAt: null,
    checkedOutAt: null,
    cancelledAt: null,
  };
}

function changed(visit: Visit, fact: VisitFact): Visit {
  const at = ms(fact.observedAtUs);
  switch (fact.change) {
    case "expected":
      return expected(visit, fact);
    case "cancelled":
      return visit.status === "expected" ? { ...visit, status: "cancelled", cancelledAt: at } : visit;
    case "checked-in":
      if (visit.status === "in") return visit;
      return { ...visit, status: "in", checkedInAt: at, checkedOutAt: null, cancelledAt: null };
    case "checked-out":
      if (visit.status === "out") return visit;
      return { ...visit, status: "out", checkedOutAt: at };
  }
}

/** The invitation as it is now. One that is changed later was never the one that was deleted. */
function expected(visit: Visit, fact: VisitFact): Visit {
  const invitation = { ...unheardOf(fact), saidAt: visit.saidAt };
  const { status, checkedInAt, checkedOutAt } = visit;
  return { ...invitation, status: status === "cancelled" ? "expected" : status, checkedInAt, checkedOutAt };
}

const ms = (us: number) => Math.floor(us / 1000);
const msOrNull = (us: number | null) => (us === null ? null : ms(us));
