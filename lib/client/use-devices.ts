import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { DevicePage, type DeviceSort } from "@/lib/core/device-health";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const AGAIN_MS = 30_000;

/** Which devices are looked at, in which order; null is "any". */
export interface DeviceFilter {
  readonly state: string | null;
  readonly battery: string | null;
  readonly vendor: string | null;
  readonly floor: string | null;
  readonly q: string | null;
  readonly sort: DeviceSort;
}

/** Its query, for the API and for the link that saves the same rows as CSV. */
export function deviceSearch(filter: DeviceFilter): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  return search.toString();
}

/** The devices page by page, asked again every 30 s. */
export function useDevices(filter: DeviceFilter) {
  const search = deviceSearch(filter);
  return useInfiniteQuery({
    queryKey: queryKeys.devices(search),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(search);
      if (pageParam !== null) query.set("cursor", pageParam);
      return fetchJson(DevicePage, `/api/devices?${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}
