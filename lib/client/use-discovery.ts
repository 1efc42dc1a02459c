import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CreatedPlaces, type NewPlaces } from "@/lib/core/discovery";
import { type Source, SourcePage } from "@/lib/core/source";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** Zoom locations that stand somewhere already: what is inside them belongs there. */
export function useMappedLocations(): readonly Source[] {
  const { data } = useQuery({
    queryKey: queryKeys.sourceList("locations"),
    queryFn: async ({ signal }) =>
      (await fetchJson(SourcePage, "/api/sources?assigned=true&kind=location&limit=500", { signal })).items,
  });
  return data ?? [];
}

/** Makes the places and maps what they are named after. Throws ApiError. */
export function useCreatePlaces() {
  const queryClient = useQueryClient();
  return async (places: NewPlaces): Promise<CreatedPlaces> => {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(places) };
    try {
      return await fetchJson(CreatedPlaces, "/api/sources/places", init);
    } finally {
      void queryClient.invalidateQueries({ queryKey: queryKeys.sources });
      void queryClient.invalidateQueries({ queryKey: queryKeys.places });
    }
  };
}
