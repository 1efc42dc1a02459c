import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { type MaintenanceChange, MaintenancePage, MaintenanceWindow } from "@/lib/core/maintenance";
import { SearchAnswer } from "@/lib/core/search";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

/** A window as a form makes it; moments are ISO 8601. */
export interface NewWindow {
  readonly spaceId: string | null;
  readonly sourceId: string | null;
  readonly name: string;
  readonly startsAt?: string;
  readonly endsAt: string | null;
  readonly weekly: { readonly weekdays: readonly string[]; readonly from: string; readonly until: string } | null;
  readonly mutedKinds: readonly string[] | null;
}

const MOST = 200;

/** Maintenance windows that are on or to come, with those that are over when asked for; and what can be done. */
export function useMaintenanceWindows(isAll: boolean) {
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: queryKeys.maintenance });
  const list = useQuery({
    queryKey: [...queryKeys.maintenance, "list", isAll],
    queryFn: ({ signal }) => fetchJson(MaintenancePage, `/api/maintenance?limit=${MOST}&ended=${isAll}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const add = useMutation({
    mutationFn: (window: NewWindow) => fetchJson(MaintenanceWindow, "/api/maintenance", sendJson("POST", window)),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...fields }: MaintenanceChange & { readonly id: string }) =>
      fetchJson(MaintenanceWindow, `/api/maintenance/${id}`, sendJson("PATCH", fields)),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => fetchJson(z.unknown(), `/api/maintenance/${id}`, { method: "DELETE" }),
    onSettled,
  });
  return { list, add: add.mutateAsync, change: change.mutateAsync, remove: remove.mutateAsync };
}

/** Spaces and devices by any part of their name; empty for nothing typed. */
export function useNameSearch(typed: string): SearchAnswer {
  const q = typed.trim();
  const { data } = useQuery({
    queryKey: ["search", q],
    queryFn: ({ signal }) => fetchJson(SearchAnswer, `/api/search?limit=20&q=${encodeURIComponent(q)}`, { signal }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return q === "" || !data ? { spaces: [], sources: [] } : data;
}
