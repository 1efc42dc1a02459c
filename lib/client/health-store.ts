import type { FeedHealth } from "./feed-health";

/** What the page knows of its own connection. It changes with every frame, so nothing is drawn for it but what asks. */
export interface HealthStore {
  readonly get: () => FeedHealth;
  readonly set: (health: FeedHealth) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Before the first word of the feed; `heardAt` in ms. */
export function createHealthStore(heardAt: number): HealthStore {
  let health: FeedHealth = { connected: false, lostAt: null, heardAt };
  const listeners = new Set<() => void>();
  return {
    get: () => health,
    set: (next) => {
      health = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
