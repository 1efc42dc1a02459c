import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import type { FloorSnapshot } from "@/lib/core/floor";
import type { FeedHealth } from "./feed-health";
import { fetchFloor, followFloor } from "./follow-floor";
import { queryKeys } from "./query-keys";
import { learnServerTime } from "./server-clock";
import { feedSocket } from "./socket";

export interface LiveFloor {
  readonly floor: FloorSnapshot;
  readonly health: FeedHealth;
}

export interface LiveFloorEvents {
  readonly onCaughtUp: (changes: number) => void;
  readonly onSignedOut: () => void;
}

/** The floor as the server last told it, kept true by the feed. */
export function useLiveFloor(initial: FloorSnapshot, events: LiveFloorEvents): LiveFloor {
  const queryClient = useQueryClient();
  const floorId = initial.floor.id;
  const [health, setHealth] = useState<FeedHealth>({
    connected: false,
    lostAt: null,
    heardAt: Date.parse(initial.now),
  });
  const onCaughtUp = useEffectEvent(events.onCaughtUp);
  const onSignedOut = useEffectEvent(events.onSignedOut);

  const { data } = useQuery({
    queryKey: queryKeys.floor(floorId),
    queryFn: () => fetchFloor(queryClient, floorId),
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY, // the feed says when it is old
  });

  useEffect(() => {
    learnServerTime(initial.now);
    return followFloor(feedSocket(), queryClient, floorId, { onHealth: setHealth, onCaughtUp, onSignedOut });
  }, [queryClient, floorId, initial.now]);

  return { floor: data, health };
}
