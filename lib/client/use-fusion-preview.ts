import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { SpaceSnapshot } from "@/lib/core/floor";
import { FusionPreview, type FusionRules } from "@/lib/core/fusion-preview";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** What the last 24 hours of a space would have been; null asks for nothing. */
export function useFusionPreview(spaceId: string | null, rules: FusionRules) {
  return useQuery({
    queryKey: queryKeys.fusionPreview(spaceId ?? "", JSON.stringify(rules)),
    queryFn: ({ signal }) =>
      fetchJson(FusionPreview, "/api/space-types/preview", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ spaceId, rules }),
        signal,
      }),
    enabled: spaceId !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

const Page = z.object({ items: z.array(SpaceSnapshot) });
const MOST = 200;

/** Spaces to choose one from for a preview: of the type, or of any while the type is new. */
export function usePreviewSpaces(type: string | null) {
  return useQuery({
    queryKey: queryKeys.previewSpaces(type ?? ""),
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        ["room", "zone", "desk"].map((kind) => fetchJson(Page, `/api/spaces?kind=${kind}&limit=${MOST}`, { signal })),
      );
      const spaces = pages.flatMap(({ items }) => items).filter(({ sources }) => sources.some(({ senses }) => senses));
      const own = spaces.filter((space) => space.type === type);
      return (own.length > 0 ? own : spaces).map(({ id, name }) => ({ id, name }));
    },
    staleTime: 60_000,
  });
}
