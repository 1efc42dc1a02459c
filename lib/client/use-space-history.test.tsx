// @vitest-environment jsdom
import "@/lib/testing/setup-dom";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import type { Metric } from "@/lib/core/metric";
import { aSpace } from "@/lib/testing/space-fixture";
import { useSpaceHistory } from "./use-space-history";

test.each<{ name: string; at: string; asks: { metric: Metric; from: string; to: string } }>([
  {
    name: "the day of the site, not of the browser",
    at: "2026-11-17T23:30:00Z",
    asks: { metric: "occupancy", from: "2026-11-17T23:00:00.000Z", to: "2026-11-18T23:00:00.000Z" },
  },
  {
    name: "23 hours when the clocks go forward",
    at: "2026-03-29T10:00:00Z",
    asks: { metric: "co2", from: "2026-03-28T23:00:00.000Z", to: "2026-03-29T22:00:00.000Z" },
  },
  {
    name: "25 hours when they go back",
    at: "2026-10-25T10:00:00Z",
    asks: { metric: "motion", from: "2026-10-24T22:00:00.000Z", to: "2026-10-25T23:00:00.000Z" },
  },
])("asks for $name", async ({ at, asks }) => {
  const answer = vi.fn<typeof fetch>(async () => Response.json({ spaceId: "7", unit: "people", points: [], ...asks }));
  vi.stubGlobal("fetch", answer);
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const space = aSpace();
  const { result } = renderHook(() => useSpaceHistory(space, asks.metric, "Europe/Copenhagen", Date.parse(at)), {
    wrapper,
  });
  await waitFor(() => expect(result.current.data?.points).toEqual([]));
  expect(answer).toHaveBeenCalledWith(`/api/spaces/7/history?${new URLSearchParams(asks)}`, expect.anything());
});
