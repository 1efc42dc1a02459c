/** A load both ends can compute: which event is due when, and what a frame about it must say. */
export interface LoadPlan {
  /** Moment of the first event, ms. */
  readonly startAt: number;
  readonly perSecond: number;
  readonly events: number;
  /** Events before this one warm up and are not measured. */
  readonly measuredFrom: number;
  readonly rooms: number;
  readonly floors: number;
}

export const roomOf = (plan: LoadPlan, event: number) => event % plan.rooms;
export const floorOf = (plan: LoadPlan, room: number) => room % plan.floors;
export const dueAt = (plan: LoadPlan, event: number) => plan.startAt + (event * 1000) / plan.perSecond;
/** The moment of sensing is the moment of the scheduled send, so a frame tells by itself how old it is. */
export const observedAt = (plan: LoadPlan, event: number) => Math.floor(dueAt(plan, event));

/** The event behind a room's moment, or null for one that is not of this load. */
export function eventAt(plan: LoadPlan, room: number, at: number): number | null {
  const event =
    Math.round((((at + 0.5 - plan.startAt) * plan.perSecond) / 1000 - room) / plan.rooms) * plan.rooms + room;
  return event >= 0 && event < plan.events && observedAt(plan, event) === at ? event : null;
}

/** The last event of a room. */
export function lastEvent(plan: LoadPlan, room: number): number {
  return room + Math.floor((plan.events - 1 - room) / plan.rooms) * plan.rooms;
}
