import { useQuery } from "@tanstack/react-query";
import type { SpaceKind } from "@/lib/core/space";
import { wallDate } from "@/lib/core/wall-clock";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** Part of today's working hours so far in which a space was used. */
export interface SpaceUse {
  /** %, null when nothing is known of today. */
  readonly percent: number | null;
  /** Part of those hours that was seen, 0–1. */
  readonly coverage: number;
}

const REFRESH_MS = 60_000;
const KINDS = ["room", "zone", "desk"] as const satisfies readonly SpaceKind[];

/** Utilization today of every space of a floor; null while it is not asked for, or not known. `now` in ms. */
export function useUtilization(
  floor: { readonly id: string; readonly timeZone: string; readonly now: number },
  isAsked: boolean,
): { readonly uses: ReadonlyMap<string, SpaceUse> | null; readonly isFailed: boolean } {
  const day = wallDate(floor.now, floor.timeZone);
  const { data, isError } = useQuery({
    queryKey: queryKeys.utilization(floor.id, day),
    queryFn: () => readUses(floor.id, day),
    enabled: isAsked,
    refetchInterval: REFRESH_MS,
    staleTime: REFRESH_MS,
  });
  return { uses: isAsked ? (data ?? null) : null, isFailed: isAsked && isError };
}

async function readUses(floorId: string, day: string): Promise<ReadonlyMap<string, SpaceUse>> {
  const { HistoryFigures } = await import("@/lib/core/space-metrics");
  const pages = await Promise.all(
    KINDS.map((kind) => {
      const search = new URLSearchParams({ within: floorId, kind, from: day, to: day, hours: "working" });
      return fetchJson(HistoryFigures, `/api/history/figures?${search}`);
    }),
  );
  return new Map(
    pages.flatMap(({ items }) =>
      items.map(({ id, figures, coverage }) => [
        id,
        { percent: figures.timeUsedPercent?.value ?? null, coverage: figures.timeUsedPercent?.coverage ?? coverage },
      ]),
    ),
  );
}
