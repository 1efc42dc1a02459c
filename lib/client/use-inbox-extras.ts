import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { z } from "zod";
import { AlertCounts } from "@/lib/core/alert-counts";
import { Handover } from "@/lib/core/alert-detail";
import { LookAnswer } from "@/lib/core/alert-look";
import { SavedView, type SavedViewDraft, SavedViewList } from "@/lib/core/saved-view";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

/** Half the gap that ends a visit, so that one look may be lost. */
const LOOK_MS = 10 * 60_000;

/** Says that somebody looks, again and again while they do; answers since when (ISO 8601) alerts are new to them. */
export function useAlertLook(): string | null {
  const { data, refetch } = useQuery({
    queryKey: queryKeys.alertLook,
    queryFn: () => fetchJson(LookAnswer, "/api/alerts/look", sendJson("POST", {})),
    staleTime: LOOK_MS,
    refetchInterval: LOOK_MS,
  });
  useEffect(() => {
    const onSeen = () => document.visibilityState === "visible" && void refetch();
    document.addEventListener("visibilitychange", onSeen);
    return () => document.removeEventListener("visibilitychange", onSeen);
  }, [refetch]);
  return data?.since ?? null;
}

/** What the views would show. `today` is when the day began for who looks, ISO 8601. */
export function useAlertCounts(newSince: string | null, today: string): AlertCounts | null {
  const query = new URLSearchParams({ today, ...(newSince && { newSince }) }).toString();
  const { data } = useQuery({
    queryKey: queryKeys.alertCounts(query),
    queryFn: ({ signal }) => fetchJson(AlertCounts, `/api/alerts/counts?${query}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return data ?? null;
}

/** What happened since a moment, ISO 8601; null asks nothing. */
export function useHandover(at: string | null) {
  return useQuery({
    queryKey: queryKeys.handover(at ?? ""),
    queryFn: ({ signal }) => fetchJson(Handover, `/api/alerts/since?at=${encodeURIComponent(at ?? "")}`, { signal }),
    enabled: at !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    refetchInterval: 60_000,
  });
}

/** One's own views, by name. */
export function useSavedViews() {
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: queryKeys.savedViews });
  const { data } = useQuery({
    queryKey: queryKeys.savedViews,
    queryFn: ({ signal }) => fetchJson(SavedViewList, "/api/saved-views", { signal }),
    staleTime: 60_000,
  });
  const save = useMutation({
    mutationFn: (draft: SavedViewDraft) => fetchJson(SavedView, "/api/saved-views", sendJson("POST", draft)),
    onSettled,
  });
  const forget = useMutation({
    mutationFn: (id: string) => fetchJson(z.null(), `/api/saved-views/${id}`, { method: "DELETE" }),
    onSettled,
  });
  return { views: data?.items ?? [], save: save.mutateAsync, forget: forget.mutateAsync, isSaving: save.isPending };
}
