import { useQuery } from "@tanstack/react-query";
import { FloorFromWire } from "@/lib/core/packed-floor";
import { fetchJson } from "./api";

const EVERY_MS = 2_000;

/** A floor asked for every two seconds: whoever walks through it looks up now and then, on a phone that sleeps between. */
export function useWalkedFloor(floorId: string) {
  return useQuery({
    queryKey: ["walked-floor", floorId],
    queryFn: ({ signal }) => fetchJson(FloorFromWire, `/api/floors/${floorId}/snapshot`, { signal }),
    refetchInterval: EVERY_MS,
    refetchOnWindowFocus: true,
  });
}
