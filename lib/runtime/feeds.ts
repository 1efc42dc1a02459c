import "server-only";
import { env } from "@/lib/config/env";
import type { Feeds } from "@/lib/core/feed-health";
import { VENDORS } from "@/lib/core/observation";
import { database } from "@/lib/db/client";
import { readFeeds } from "@/lib/db/feed-repository";
import { isConfigured } from "./services";
import { singleton } from "./singleton";

interface Held {
  answer: Promise<Feeds> | null;
  until: number;
}

const SHORTEST_MS = 1_000;
/** Asking takes at most a twentieth of one connection's time, however many look. */
const REST_FACTOR = 19;

/** How every feed does, asked of the database once for all who look at the same time. */
export function feeds(): Promise<Feeds> {
  const held = singleton<Held>("feeds", () => ({ answer: null, until: 0 }));
  if (held.answer === null || Date.now() >= held.until) {
    const asked = Date.now();
    held.until = Number.POSITIVE_INFINITY; // until it is answered
    held.answer = ask().finally(() => {
      const answered = Date.now();
      held.until = answered + Math.max(SHORTEST_MS, REST_FACTOR * (answered - asked));
    });
  }
  return held.answer;
}

async function ask(): Promise<Feeds> {
  const now = Date.now();
  const configured = isConfigured(env());
  const vendors = VENDORS.map((vendor) => ({ vendor, configured: configured(vendor) }));
  return { now: new Date(now).toISOString(), items: await readFeeds(vendors, now, database()) };
}
