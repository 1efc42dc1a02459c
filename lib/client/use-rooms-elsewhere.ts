import { useQuery } from "@tanstack/react-query";
import { RoomsElsewhere } from "@/lib/core/rooms-elsewhere";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const REFRESH_MS = 30_000;

/** Free rooms on the other floors of the building; null until known, and while nobody asks. */
export function useRoomsElsewhere(
  floorId: string,
  wish: { readonly seats: number; readonly tags: readonly string[] },
  isAsked: boolean,
): RoomsElsewhere["items"] | null {
  const search = String(new URLSearchParams({ seats: String(wish.seats), tags: wish.tags.join(",") }));
  const { data } = useQuery({
    queryKey: queryKeys.roomsElsewhere(floorId, search),
    queryFn: () => fetchJson(RoomsElsewhere, `/api/floors/${floorId}/rooms-elsewhere?${search}`),
    enabled: isAsked,
    refetchInterval: REFRESH_MS,
  });
  return data?.items ?? null;
}
