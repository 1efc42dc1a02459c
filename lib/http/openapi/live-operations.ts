import { z } from "zod";
import { Feeds } from "@/lib/core/feed-health";
import { FloorSummary, SpaceSnapshot } from "@/lib/core/floor";
import { HistoryQuery, SpaceHistory } from "@/lib/core/history";
import { PackedFloor } from "@/lib/core/packed-floor";
import { SiteVisitors } from "@/lib/core/site-visitors";
import { SpaceDay, SpaceDayQuery } from "@/lib/core/space-day";
import { SpaceChange, SpaceQuery } from "@/lib/core/space-requests";
import type { OperationGroup } from "./operation";

const PlacedSpace = SpaceSnapshot.extend({ floorId: z.string().nullable() }).meta({ id: "PlacedSpace" });

export const floorOperations: OperationGroup = {
  name: "Floors",
  about: "What floors show now. The same picture is pushed over socket.io (see docs/architecture.md, “Floor feed”).",
  operations: [
    {
      call: "get /api/floors",
      summary: "Every floor with its building, site and people now",
      needs: "floor:read",
      answer: z.object({ items: z.array(FloorSummary) }),
    },
    {
      call: "get /api/floors/{floorId}/snapshot",
      summary:
        "Everything a floor shows, without what the rest of it says already; its ETag is where the floor's feed stands",
      needs: "floor:read",
      answer: PackedFloor,
    },
    {
      call: "get /api/sites/{siteId}/visitors",
      summary: "How many visitors a site expects today, has, and had: never who",
      needs: "floor:read",
      answer: SiteVisitors,
    },
    {
      call: "get /api/feeds",
      summary: "How each vendor's feed does, and whether it is silent",
      needs: "feed:read",
      answer: Feeds,
    },
  ],
};

export const spaceOperations: OperationGroup = {
  name: "Spaces",
  about: "Sites, buildings, floors, rooms, zones and desks.",
  operations: [
    {
      call: "get /api/spaces",
      summary: "The tree as a list, in pages",
      needs: "space:read",
      query: SpaceQuery,
      answer: z.object({ items: z.array(PlacedSpace), next: z.string().nullable() }),
    },
    {
      call: "get /api/spaces/{spaceId}",
      summary: "One space with its state now",
      needs: "space:read",
      answer: PlacedSpace,
    },
    {
      call: "patch /api/spaces/{spaceId}",
      summary: "Changes what is named; `name: null` goes back to the vendor's name",
      needs: "space:write",
      body: SpaceChange,
      answer: PlacedSpace,
    },
    {
      call: "get /api/spaces/{spaceId}/history",
      summary: "A metric over time as a step line; `value: null` is a gap, never zero",
      needs: "space:read",
      query: HistoryQuery,
      answer: SpaceHistory,
    },
    {
      call: "get /api/spaces/{spaceId}/day",
      summary: "One day on one time axis: states, people, air, bookings, device swaps; at most 500 points a line",
      needs: "space:read",
      query: SpaceDayQuery,
      answer: SpaceDay,
    },
  ],
};
