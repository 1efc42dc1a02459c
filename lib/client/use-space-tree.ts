import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import type { SpaceChange, SpaceDraft } from "@/lib/core/space-requests";
import { ArchiveResult, CreatedSpaces, type SpaceSeries, TreePage, type TreeSpace } from "@/lib/core/space-tree";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** Every living space, or every archived one, page by page. */
async function fetchTree(archived: boolean): Promise<TreeSpace[]> {
  const spaces: TreeSpace[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const from: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const page: TreePage = await fetchJson(TreePage, `/api/spaces/tree?limit=2000&archived=${archived}${from}`);
    spaces.push(...page.items);
    cursor = page.next;
  }
  return spaces;
}

/** The living tree; `initial` came with the page. */
export function useSpaceTree(initial: readonly TreeSpace[]) {
  return useQuery({
    queryKey: queryKeys.spaceTree,
    queryFn: () => fetchTree(false),
    initialData: initial,
    staleTime: 30_000,
  });
}

/** What is archived. */
export function useArchivedSpaces() {
  return useQuery({ queryKey: queryKeys.archivedSpaces, queryFn: () => fetchTree(true) });
}

const send = (method: string, body?: unknown): RequestInit => ({
  method,
  ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
});

/** Everything the page of spaces shows is asked for again. */
function useRefetch() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: queryKeys.spaces });
}

export interface PatchSpaces {
  readonly changes: readonly { readonly id: string; readonly change: SpaceChange }[];
}

/** What the tree will say once a change is stored. */
function changed(space: TreeSpace, { name, ...rest }: SpaceChange): TreeSpace {
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (name === undefined) return { ...space, ...known };
  return { ...space, ...known, ownName: name, name: name ?? space.vendorName ?? space.name };
}

/** Changes spaces one after the other, and shows it at once; the first that is refused ends it. Throws ApiError. */
export function usePatchSpaces() {
  const queryClient = useQueryClient();
  const onSettled = useRefetch();
  return useMutation({
    onMutate: async ({ changes }: PatchSpaces) => {
      await queryClient.cancelQueries({ queryKey: queryKeys.spaceTree });
      const byId = new Map(changes.map(({ id, change }) => [id, change]));
      queryClient.setQueryData<readonly TreeSpace[]>(queryKeys.spaceTree, (spaces) =>
        spaces?.map((space) => {
          const change = byId.get(space.id);
          return change ? changed(space, change) : space;
        }),
      );
    },
    mutationFn: async ({ changes }: PatchSpaces) => {
      for (const { id, change } of changes) await fetchJson(z.unknown(), `/api/spaces/${id}`, send("PATCH", change));
    },
    onSettled,
  });
}

export function useCreateSpace() {
  const onSettled = useRefetch();
  return useMutation({
    mutationFn: (draft: SpaceDraft) => fetchJson(CreatedSpaces, "/api/spaces", send("POST", draft)),
    onSettled,
  });
}

export function useCreateSeries() {
  const onSettled = useRefetch();
  return useMutation({
    mutationFn: (series: SpaceSeries) => fetchJson(CreatedSpaces, "/api/spaces/bulk", send("POST", series)),
    onSettled,
  });
}

/** A space by its id, and its name where archiving wants it typed. */
export interface NamedId {
  readonly id: string;
  readonly name: string;
}

/** Archives spaces with all that is in them. */
export function useArchiveSpaces() {
  const onSettled = useRefetch();
  return useMutation({
    mutationFn: async (targets: readonly NamedId[]) => {
      let spaces = 0;
      for (const { id, name } of targets) {
        spaces += (await fetchJson(ArchiveResult, `/api/spaces/${id}`, send("DELETE", { name }))).spaces;
      }
      return spaces;
    },
    onSettled,
  });
}

export function useRestoreSpaces() {
  const onSettled = useRefetch();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      let spaces = 0;
      for (const id of ids) {
        spaces += (await fetchJson(ArchiveResult, `/api/spaces/${id}/restore`, send("POST"))).spaces;
      }
      return spaces;
    },
    onSettled,
  });
}
