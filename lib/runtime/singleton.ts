import "server-only";

const KEY = Symbol.for("occupancy.singletons");
const holder = globalThis as unknown as Record<symbol, Record<string, unknown> | undefined>;
holder[KEY] ??= {};
const store = holder[KEY];

/** One instance per process. Next evaluates this module several times per process; globalThis does not fork. */
export function singleton<T>(name: string, create: () => T): T {
  store[name] ??= create();
  return store[name] as T;
}

/** Hands a part to server.ts, which imports nothing of ours. */
export function publish(name: string, value: unknown): void {
  store[name] = value;
}
