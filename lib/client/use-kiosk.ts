import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Kiosk, KioskBoard, type KioskChange, type KioskDraft, KioskList } from "@/lib/core/kiosk";
import { FloorFromWire } from "@/lib/core/packed-floor";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

const WAITING_MS = 3_000;
const READY_MS = 15_000;

/** What this screen is to show, asked again and again: also after the server was away. */
export function useKioskBoard() {
  return useQuery({
    queryKey: queryKeys.kioskBoard,
    queryFn: () => fetchJson(KioskBoard, "/api/kiosk"),
    refetchInterval: ({ state }) => (state.data?.status === "ready" ? READY_MS : WAITING_MS),
    refetchIntervalInBackground: true,
  });
}

/** Gets a code to be paired by. */
export function usePairScreen() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => fetchJson(KioskBoard, "/api/kiosk", { method: "POST" }),
    onSuccess: (board) => queryClient.setQueryData(queryKeys.kioskBoard, board),
  });
}

/** A floor for the board; tries until it has it. */
export function useKioskFloor(floorId: string) {
  return useQuery({
    queryKey: queryKeys.kioskFloor(floorId),
    queryFn: () => fetchJson(FloorFromWire, `/api/floors/${floorId}/snapshot`),
    retry: true,
    retryDelay: WAITING_MS,
    staleTime: 0,
    gcTime: 0,
  });
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** What the spaces of a floor are called, by id; none until that is known. */
export function useFloorNames(floorId: string): ReadonlyMap<string, string> {
  const { data } = useKioskFloor(floorId);
  return useMemo(() => (data ? new Map(data.spaces.map(({ id, name }) => [id, name])) : NO_NAMES), [data]);
}

/** The paired screens. */
export const useKiosks = (initial: readonly Kiosk[]) =>
  useQuery({
    queryKey: queryKeys.kiosks,
    queryFn: async () => (await fetchJson(KioskList, "/api/kiosks")).items,
    initialData: [...initial],
    refetchInterval: 60_000,
  });

type KioskDeed =
  | { readonly do: "pair"; readonly draft: KioskDraft }
  | { readonly do: "change"; readonly id: string; readonly change: KioskChange }
  | { readonly do: "revoke"; readonly id: string };

const asked = (deed: KioskDeed) => {
  if (deed.do === "pair") return fetchJson(KioskList, "/api/kiosks", sendJson("POST", deed.draft));
  const url = `/api/kiosks/${deed.id}`;
  return fetchJson(KioskList, url, deed.do === "change" ? sendJson("PATCH", deed.change) : { method: "DELETE" });
};

/** Pairs, changes or takes back a screen. */
export function useChangeKiosks() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: asked,
    onSuccess: ({ items }) => queryClient.setQueryData(queryKeys.kiosks, items),
  });
}
