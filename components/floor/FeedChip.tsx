import { useSyncExternalStore } from "react";
import { LiveChip } from "@/components/frame/LiveChip";
import { type FeedHealth, feedStatus } from "@/lib/client/feed-health";
import type { HealthStore } from "@/lib/client/health-store";
import { useNow } from "@/lib/client/use-now";

interface FeedChipProps {
  readonly health: HealthStore;
  /** The server's time when the page was made, ms. */
  readonly started: number;
  readonly timeZone: string;
}

/** The live chip of a floor: the only thing on it that renders every second. */
export function FeedChip({ health: store, ...rest }: FeedChipProps) {
  useSyncExternalStore(
    store.subscribe,
    () => store.get().connected,
    () => false,
  );
  return <HealthChip health={store.get()} {...rest} />;
}

/** The live chip with its running age. */
export function HealthChip(props: Omit<FeedChipProps, "health"> & { readonly health: FeedHealth }) {
  const { health, started, timeZone } = props;
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
