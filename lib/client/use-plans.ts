import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { PlanDraft } from "@/lib/core/floor-plan";
import { type PlanImportApply, PlanImportPreview, PlanImportResult } from "@/lib/core/plan-import/plan-import";
import { type PlanOverview, PlanOverviews } from "@/lib/core/plan-overview";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

const REFRESH_MS = 30_000;

/** Every floor with the state of its plan. */
export function usePlanOverviews(initial: readonly PlanOverview[]): readonly PlanOverview[] {
  const { data } = useQuery({
    queryKey: queryKeys.planOverview,
    queryFn: async () => (await fetchJson(PlanOverviews, "/api/plans")).items,
    initialData: [...initial],
    refetchInterval: REFRESH_MS,
  });
  return data;
}

const useChange = <T, R>(mutationFn: (wish: T) => Promise<R>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.planOverview }),
  });
};

/** Makes the plan of one floor the draft of another that has none. */
export const useDuplicatePlan = () =>
  useChange(({ floorId, fromFloorId }: { floorId: string; fromFloorId: string }) =>
    fetchJson(PlanDraft, `/api/floors/${floorId}/plan/duplicate`, sendJson("POST", { fromFloorId })),
  );

/** Throws a draft away, as long as it is the one of that revision. */
export const useDiscardDraft = () =>
  useChange(({ floorId, revision }: { floorId: string; revision: number }) =>
    fetchJson(PlanDraft, `/api/floors/${floorId}/plan/draft?revision=${revision}`, { method: "DELETE" }),
  );

/** What a file of another tool holds. */
export const usePreviewPlanImport = () =>
  useMutation({
    mutationFn: (file: File) =>
      fetchJson(PlanImportPreview, "/api/imports/plan", {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      }),
  });

/** Makes levels of a preview drafts of floors. */
export const useApplyPlanImport = () =>
  useChange((wish: PlanImportApply) => fetchJson(PlanImportResult, "/api/imports/plan/apply", sendJson("POST", wish)));
