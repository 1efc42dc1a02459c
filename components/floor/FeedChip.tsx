import { useSyncExternalStore } from "react";
import { LiveChip } from "@/components/frame/LiveChip";
import { feedStatus } from "@/lib/client/feed-health";
import type { HealthStore } from "@/lib/client/health-store";
import { useNow } from "@/lib/client/use-now";

interface FeedChipProps {
  readonly health: HealthStore;
  /** The server's time when the page was made, ms. */
  readonly started: number;
  readonly timeZone: string;
}

/** The live chip with its running age: the only thing on the floor that renders every second. */
export function FeedChip({ health: store, started, timeZone }: FeedChipProps) {
  useSyncExternalStore(
    store.subscribe,
    () => store.get().connected,
    () => false,
  );
  const health = store.get();
  const now = useNow(1_000, started);
  const status = feedStatus(health, now);
  return (
    <LiveChip
      status={status}
      ageS={Math.max(0, Math.round((now - health.heardAt) / 1_000))}
      shownAt={status === "live" || status === "connecting" ? null : health.heardAt}
      timeZone={timeZone}
    />
  );
}
