import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { type MaintenanceChange, MaintenanceWindow } from "@/lib/core/maintenance";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** A space to be closed: from now when no start is said, until somebody ends it when `endsAt` is null; ISO 8601. */
interface Closing {
  readonly spaceId: string;
  readonly name: string;
  readonly startsAt?: string;
  readonly endsAt: string | null;
}

const send = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

const closeSpace = (closing: Closing) => fetchJson(MaintenanceWindow, "/api/maintenance", send("POST", closing));
const change = (id: string, fields: MaintenanceChange) =>
  fetchJson(MaintenanceWindow, `/api/maintenance/${id}`, send("PATCH", fields));
const remove = (id: string) => fetchJson(z.unknown(), `/api/maintenance/${id}`, { method: "DELETE" });

/** Closing a space, ending that now, and taking either back. The floor's feed shows what came of it. */
export function useMaintenance() {
  const queryClient = useQueryClient();
  const onSettled = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: queryKeys.maintenance }),
      queryClient.invalidateQueries({ queryKey: queryKeys.spaceDays }),
    ]);
  const close = useMutation({ mutationFn: closeSpace, onSettled });
  const end = useMutation({ mutationFn: (id: string) => change(id, { ended: true }), onSettled });
  return {
    close,
    end,
    undoClose: (id: string) => remove(id).finally(onSettled),
    undoEnd: (id: string) => change(id, { ended: false }).finally(onSettled),
  };
}
