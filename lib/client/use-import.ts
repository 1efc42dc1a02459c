import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ImportReport, ImportResult, type ImportUndo, ImportUndone } from "@/lib/core/imports/import-report";
import { fetchJson } from "./api";

const sent = (body: Blob): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/octet-stream" },
  body,
});

/** What importing a file would do. */
export function usePreviewImport() {
  return useMutation({ mutationFn: (file: File) => fetchJson(ImportReport, "/api/imports/spaces", sent(file)) });
}

/** Does what a preview said; `conflict` when it would do something else by now. */
export function useApplyImport() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ file, fingerprint }: { file: File; fingerprint: string }) =>
      fetchJson(ImportResult, `/api/imports/spaces/apply?fingerprint=${fingerprint}`, sent(file)),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}

/** Archives what an import made. */
export function useUndoImport() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ roots }: ImportUndo) =>
      fetchJson(ImportUndone, "/api/imports/spaces/undo", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ roots }),
      }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
