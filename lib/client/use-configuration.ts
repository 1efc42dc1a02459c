import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ConfigurationSummary } from "@/lib/core/configuration";
import { fetchJson } from "./api";

const send = (file: File, apply: boolean) =>
  fetchJson(ConfigurationSummary, `/api/configuration/import?apply=${apply}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: file,
  });

/** What is in a configuration file, and whether it can be restored. */
export function usePreviewConfiguration() {
  return useMutation({ mutationFn: (file: File) => send(file, false) });
}

/** Restores a configuration file. */
export function useRestoreConfiguration() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => send(file, true),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
