import "server-only";
import type { Env } from "@/lib/config/env";
import type { Database } from "@/lib/db/database";
import { decideNotifications } from "@/lib/notifications/decide";
import { deliverDue } from "@/lib/notifications/deliver";
import { keepPushKeys } from "@/lib/notifications/push-keys";
import type { PushKeys } from "@/lib/notifications/send-push";
import { createSenders, type Senders } from "@/lib/notifications/senders";
import { resolveBySystem } from "@/lib/outgoing/way-out";
import type { Sealer } from "@/lib/secrets/sealer";
import { logger } from "./logger";
import { publish, singleton } from "./singleton";

const LOOK_MS = 1_000;
const MOST_IN_FLIGHT = 8;
/** What is still being sent then is sent again by whoever finds it, under the same id. */
const STOP_WITHIN_MS = 6_000;

/** What route handlers need to make channels, try them, and let browsers subscribe. */
export interface Notifier {
  readonly senders: Senders;
  readonly sealer: Sealer;
  readonly pushKeys: () => Promise<PushKeys>;
  /** Without a slash at its end; null when nobody said. */
  readonly publicUrl: string | null;
}

type Settings = Pick<Env, "publicUrl" | "outgoingAllow">;

/** Starts deciding and delivering. Any number of instances may: one decides at a time, and each message is one's alone. */
export function startNotifications(config: Settings, db: Database, sealer: Sealer): () => Promise<void> {
  const publicUrl = config.publicUrl?.replace(/\/+$/, "") ?? null;
  let keys: Promise<PushKeys> | null = null;
  const pushKeys = () => {
    keys ??= keepPushKeys(db, sealer).catch((error: unknown) => {
      keys = null;
      throw error;
    });
    return keys;
  };
  const senders = createSenders({
    db,
    sealer,
    rules: { allowed: config.outgoingAllow, resolve: resolveBySystem },
    pushKeys,
    pushSubject: publicUrl?.startsWith("https:") ? publicUrl : "mailto:notifications@localhost",
    now: Date.now,
  });
  publish("notifier", { senders, sealer, pushKeys, publicUrl } satisfies Notifier);
  const inFlight = new Set<Promise<void>>();
  const failed = (error: unknown) =>
    logger().warn({ err: error }, "notifications could not be worked on; trying again");

  let isStopped = false;
  const look = async () => {
    while ((await decideNotifications(db.read, Date.now())).isMore && !isStopped);
    const free = MOST_IN_FLIGHT - inFlight.size;
    const begun = free > 0 ? await deliverDue({ db, senders, now: Date.now, publicUrl }, free) : [];
    for (const one of begun) {
      const done = one.catch(failed).finally(() => inFlight.delete(done));
      inFlight.add(done);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<unknown> = Promise.resolve();
  const next = () => {
    looking = look()
      .catch(failed)
      // Whoever was full has more to do as soon as something is done.
      .finally(() => {
        if (!isStopped) timer = setTimeout(next, inFlight.size === MOST_IN_FLIGHT ? LOOK_MS / 10 : LOOK_MS);
      });
  };
  next();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await looking;
    const late = new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref());
    await Promise.race([Promise.all(inFlight), late]);
  };
}

/** What boot has wired, for route handlers. */
export const notifier = (): Notifier =>
  singleton<Notifier>("notifier", () => {
    throw new Error("Notifications are asked for before boot was done");
  });
