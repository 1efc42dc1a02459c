import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { z } from "zod";
import type { SpaceChange, SpaceDraft } from "@/lib/core/space-requests";
import { StartState } from "@/lib/core/start";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const LOOK_AGAIN_MS = 3_000;

/** How far the first set-up has come; looks again by itself, because vendors make places, too. */
export function useStart(initial: StartState): StartState {
  const { data } = useQuery({
    queryKey: queryKeys.start,
    queryFn: () => fetchJson(StartState, "/api/start"),
    initialData: initial,
    refetchInterval: LOOK_AGAIN_MS,
  });
  return data;
}

const post = (url: string, method: string, body: unknown) =>
  [url, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }] as const;

/** Adds a space and answers its id. */
const addSpace = async (draft: SpaceDraft): Promise<string> => {
  const { ids } = await fetchJson(z.object({ ids: z.array(z.string()).min(1) }), ...post("/api/spaces", "POST", draft));
  return ids[0] as string; // at least one, by the schema
};

/** Something that moves the set-up on; what there is then is asked anew. */
function useStep<T>(work: (input: T) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.start }),
  });
}

export type SiteFields = Required<Pick<SpaceChange, "timeZone" | "workingHours" | "holidays">> & { name: string };

/** Makes the first site, or says what a site that a vendor named could not. */
export const useSaveSite = (siteId: string | null) =>
  useStep((fields: SiteFields) =>
    siteId === null
      ? addSpace({ ...fields, kind: "site", parentId: null })
      : fetchJson(z.unknown(), ...post(`/api/spaces/${siteId}`, "PATCH", fields)),
  );

/** Makes a building with its first floor. After a failure in between, the building is not made twice. */
export function useAddFloor(siteId: string) {
  const made = useRef<{ readonly name: string; readonly id: string } | null>(null);
  return useStep(async ({ building, floor, level }: { building: string; floor: string; level: number }) => {
    if (made.current?.name !== building) {
      made.current = { name: building, id: await addSpace({ kind: "building", parentId: siteId, name: building }) };
    }
    return addSpace({ kind: "floor", parentId: made.current.id, name: floor, sortOrder: level });
  });
}

/** Starts or stops the made-up building. */
export const useSimulator = () =>
  useStep((run: boolean) => fetchJson(StartState, "/api/simulator", { method: run ? "POST" : "DELETE" }));
