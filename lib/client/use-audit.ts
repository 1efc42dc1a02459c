import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { AuditPage } from "@/lib/core/audit";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { saveCsv } from "./save-csv";

/** What of the audit log is looked at; null is "any". */
export interface AuditFilter {
  readonly actor: string | null;
  readonly action: string | null;
  readonly siteId: string | null;
  readonly text: string | null;
  /** ISO 8601. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The query of a filter. */
function auditSearch(filter: AuditFilter): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  return search.toString();
}

/** The audit log, the newest first, page by page. */
export function useAudit(filter: AuditFilter) {
  const search = auditSearch(filter);
  return useInfiniteQuery({
    queryKey: queryKeys.audit(search),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(search);
      if (pageParam !== null) query.set("cursor", pageParam);
      return fetchJson(AuditPage, `/api/audit?${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** Saves what matches a filter as a CSV file. */
export function useExportAudit() {
  return useMutation({
    mutationFn: (filter: AuditFilter) => saveCsv(`/api/audit?${auditSearch(filter)}`, "audit-log.csv"),
  });
}
