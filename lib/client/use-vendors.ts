import { useQuery } from "@tanstack/react-query";
import { VendorDetail, VendorList } from "@/lib/core/vendor";
import { vendorLight } from "@/lib/core/vendor-light";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { learnServerTime } from "./server-clock";

const LIST_MS = 5_000;
/** Somebody sits before the vendor's console and waits for the light. */
const WAITING_MS = 2_000;
const CONNECTED_MS = 5_000;

/** What the page shows, and since when (ms) it may be out of date; null while it is not. */
export interface Polled<T> {
  readonly data: T;
  readonly staleSince: number | null;
}

function learned<T extends { now: string }>(answer: T): T {
  learnServerTime(answer.now);
  return answer;
}

export function useVendors(initial: VendorList): Polled<VendorList> {
  const { data, isError, dataUpdatedAt } = useQuery({
    queryKey: queryKeys.vendors,
    queryFn: async () => learned(await fetchJson(VendorList, "/api/vendors")),
    initialData: initial,
    refetchInterval: LIST_MS,
  });
  return { data, staleSince: isError ? dataUpdatedAt : null };
}

export function useVendor(initial: VendorDetail): Polled<VendorDetail> {
  const { data, isError, dataUpdatedAt } = useQuery({
    queryKey: queryKeys.vendor(initial.vendor),
    queryFn: async () => learned(await fetchJson(VendorDetail, `/api/vendors/${initial.vendor}`)),
    initialData: initial,
    refetchInterval: ({ state: { data: latest } }) =>
      latest && vendorLight(latest, Date.parse(latest.now)).kind === "connected" ? CONNECTED_MS : WAITING_MS,
  });
  return { data, staleSince: isError ? dataUpdatedAt : null };
}
