import { hashKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { startTransition, useEffect, useEffectEvent, useState } from "react";
import type { FloorSnapshot } from "@/lib/core/floor";
import { fetchFloor, followFloor } from "./follow-floor";
import { createHealthStore, type HealthStore } from "./health-store";
import { paced } from "./paced";
import { queryKeys } from "./query-keys";
import { learnServerTime } from "./server-clock";
import { feedSocket } from "./socket";

export interface LiveFloor {
  readonly floor: FloorSnapshot;
  readonly health: HealthStore;
}

export interface LiveFloorEvents {
  readonly onCaughtUp: (changes: number) => void;
  readonly onSignedOut: () => void;
}

/** A floor is drawn at most four times a second: the first news at once, what follows together. */
const REPAINT_MS = 250;

/** The floor as the server last told it, kept true by the feed. */
export function useLiveFloor(initial: FloorSnapshot, events: LiveFloorEvents): LiveFloor {
  const queryClient = useQueryClient();
  const floorId = initial.floor.id;
  const [health] = useState(() => createHealthStore(Date.parse(initial.now)));
  const onCaughtUp = useEffectEvent(events.onCaughtUp);
  const onSignedOut = useEffectEvent(events.onSignedOut);
  const floor = useFloorCache(initial);

  useEffect(() => {
    learnServerTime(initial.now);
    return followFloor(feedSocket(), queryClient, floorId, { onHealth: health.set, onCaughtUp, onSignedOut });
  }, [queryClient, floorId, initial.now, health]);

  return { floor, health };
}

/** What the cache holds of a floor, drawn in the background, so that a busy floor never holds up a click. */
function useFloorCache(initial: FloorSnapshot): FloorSnapshot {
  const queryClient = useQueryClient();
  const floorId = initial.floor.id;
  useQuery({
    queryKey: queryKeys.floor(floorId),
    queryFn: () => fetchFloor(queryClient, floorId),
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY, // the feed says when it is old
    notifyOnChangeProps: [], // below, at a pace
  });
  const held = () => queryClient.getQueryData<FloorSnapshot>(queryKeys.floor(floorId)) ?? initial;
  const [shown, setShown] = useState(held);
  const show = useEffectEvent(() => startTransition(() => setShown(held())));
  useEffect(() => {
    const hash = hashKey(queryKeys.floor(floorId));
    const news = paced(show, REPAINT_MS);
    const stop = queryClient.getQueryCache().subscribe(({ type, query }) => {
      if (type === "updated" && query.queryHash === hash) news.say();
    });
    show();
    return () => {
      stop();
      news.stop();
    };
  }, [queryClient, floorId]);
  return shown.floor.id === floorId ? shown : held();
}
