import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { type SpaceType, type SpaceTypeChange, type SpaceTypeDraft, SpaceTypeList } from "@/lib/core/space-type";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

export function useSpaceTypes(initial: readonly SpaceType[]) {
  return useQuery({
    queryKey: queryKeys.spaceTypes,
    queryFn: async (): Promise<readonly SpaceType[]> => (await fetchJson(SpaceTypeList, "/api/space-types")).items,
    initialData: initial,
    staleTime: 30_000,
  });
}

function useRefetch() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: queryKeys.spaces });
}

const send = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** Adds a type, or changes the one with this id. */
export function useSaveSpaceType() {
  const onSettled = useRefetch();
  return useMutation({
    mutationFn: ({ id, fields }: { id: string | null; fields: SpaceTypeDraft & SpaceTypeChange }) =>
      id === null
        ? fetchJson(z.unknown(), "/api/space-types", send("POST", fields))
        : fetchJson(z.unknown(), `/api/space-types/${id}`, send("PATCH", fields)),
    onSettled,
  });
}

export function useRemoveSpaceType() {
  const onSettled = useRefetch();
  return useMutation({
    mutationFn: (id: string) => fetchJson(z.unknown(), `/api/space-types/${id}`, { method: "DELETE" }),
    onSettled,
  });
}
