import { type AlertState, alertStep, type StepEvent } from "@/lib/core/alerts/alert-step";
import type { Condition, Ended } from "@/lib/core/alerts/condition";
import type { KnownAlert, NewAlert } from "@/lib/db/alerts/alert-states";

/** What one look of the engine will write. */
export interface Looked {
  readonly opening: NewAlert[];
  readonly changing: { readonly id: string; readonly next: AlertState; readonly events: readonly StepEvent[] }[];
  /** Incidents that would be over, but for what belongs to them. */
  readonly held: string[];
  /** Spaces about whose alerts something changes. */
  readonly spaceIds: Set<number>;
  /** Spaces about whose open alerts a floor has something else to say. */
  readonly pinned: Set<number>;
  /** Floors on which a device went silent or came back. */
  readonly offlineFloors: Set<number>;
  hasConnections: boolean;
}

export const nothingLooked = (): Looked => ({
  opening: [],
  changing: [],
  held: [],
  spaceIds: new Set(),
  pinned: new Set(),
  offlineFloors: new Set(),
  hasConnections: false,
});

const CONNECTIONS = ["device-offline", "connector-offline", "floor-offline"];

/** One cause: what was known of it, what is so, and what is to be written then. */
export function look(known: KnownAlert | undefined, seen: Condition | Ended, now: number, looked: Looked): void {
  const step = alertStep(known ?? null, seen, now);
  if (step.do === "keep") return;
  if (step.do !== "open" && known) {
    const isOver = step.do === "change" && step.next.resolvedAt !== null;
    if (isOver && known.children > 0) {
      looked.held.push(known.id);
      looked.hasConnections = true;
      return;
    }
    if (step.events.length > 0 && known.place.spaceId !== null) looked.pinned.add(known.place.spaceId);
    looked.changing.push({ id: known.id, next: step.do === "change" ? step.next : step.ended, events: step.events });
    note(known, looked);
  }
  if (step.do === "change" || "ended" in seen) return;
  if (step.next.place.spaceId !== null) looked.pinned.add(step.next.place.spaceId);
  const events = step.do === "open" ? step.events : step.opening;
  looked.opening.push({ state: step.next, sourceId: seen.sourceId, vendor: seen.vendor, events });
  note(step.next, looked);
}

function note({ place, kind }: Pick<AlertState, "place" | "kind">, looked: Looked): void {
  if (place.spaceId !== null) looked.spaceIds.add(place.spaceId);
  if (!CONNECTIONS.includes(kind)) return;
  looked.hasConnections = true;
  if (place.floorId !== null) looked.offlineFloors.add(place.floorId);
}
