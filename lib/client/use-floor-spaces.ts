import { useQuery } from "@tanstack/react-query";
import type { FloorHead, FloorSnapshot, SpaceSource } from "@/lib/core/floor";
import { FloorFromWire } from "@/lib/core/packed-floor";
import { TreePage, type TreeSpace } from "@/lib/core/space-tree";
import { spacesBelow } from "@/lib/core/spaces-below";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const SPACES_MS = 30_000;
const SOURCES_MS = 15_000;

async function readTree(siteId: string): Promise<TreeSpace[]> {
  const items: TreeSpace[] = [];
  let cursor: string | null = null;
  do {
    const search = new URLSearchParams({ siteId, ...(cursor === null ? {} : { cursor }) });
    const page: TreePage = await fetchJson(TreePage, `/api/spaces/tree?${search}`);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

/** The spaces of a floor as admins work on them; what the server answered last while it does not. */
export function useFloorSpaces(floor: FloorHead, initial: readonly TreeSpace[]): readonly TreeSpace[] {
  const { data } = useQuery({
    queryKey: queryKeys.floorSpaces(floor.id),
    queryFn: async () => spacesBelow(await readTree(floor.site.id), floor.id),
    initialData: initial,
    refetchInterval: SPACES_MS,
  });
  return data;
}

const sourcesOf = ({ spaces }: FloorSnapshot): ReadonlyMap<string, readonly SpaceSource[]> =>
  new Map(spaces.map(({ id, sources }) => [id, sources]));

/** By space: who feeds it, with when each was last heard. */
export function useFloorSources(floorId: string, initial: FloorSnapshot): ReadonlyMap<string, readonly SpaceSource[]> {
  const { data } = useQuery({
    queryKey: queryKeys.floorSources(floorId),
    queryFn: () => fetchJson(FloorFromWire, `/api/floors/${floorId}/snapshot`),
    initialData: initial,
    refetchInterval: SOURCES_MS,
    select: sourcesOf,
  });
  return data;
}
