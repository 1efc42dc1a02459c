"use client";

import { useInterval } from "@mantine/hooks";
import { keepSession } from "@/lib/client/keep-session";

const HOUR_MS = 60 * 60_000;

/** Keeps a screen that is never touched signed in, and sends it to the sign-in page once it is not. */
export function SessionKeeper() {
  useInterval(keepSession, HOUR_MS, { autoInvoke: true });
  return null;
}
