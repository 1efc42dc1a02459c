import { z } from "zod";
import { RoomsElsewhere, RoomsElsewhereQuery } from "@/lib/core/rooms-elsewhere";
import { SearchAnswer, SearchQuery } from "@/lib/core/search";
import { ThresholdChange, ThresholdList } from "@/lib/core/threshold";
import type { OperationGroup } from "./operation";

export const floorPageOperations: OperationGroup = {
  name: "Limits and search",
  about:
    "Limits of the air, inherited from everywhere to site, building, floor and room; and finding things by name. " +
    "A floor's snapshot carries the limits it inherits and each space's own.",
  operations: [
    {
      call: "get /api/thresholds",
      summary: "Limits that somebody set, everywhere and within the caller's sites",
      needs: "space:read",
      answer: ThresholdList,
    },
    {
      call: "put /api/thresholds",
      summary: "Sets the limits that count where nobody said anything else; null goes back to the built-in ones",
      needs: "settings:write",
      body: ThresholdChange,
      answer: z.object({}),
    },
    {
      call: "put /api/spaces/{spaceId}/thresholds",
      summary: "Sets the limits of a space and all that is in it; null goes back to what is inherited",
      needs: "space:write",
      body: ThresholdChange,
      answer: z.object({}),
    },
    {
      call: "get /api/search",
      summary: "Spaces and devices by any part of their name, the best first",
      needs: "space:read",
      query: SearchQuery,
      answer: SearchAnswer,
    },
    {
      call: "get /api/floors/{floorId}/rooms-elsewhere",
      summary: "How many rooms are free now on the other floors of the building, with seats and tags as asked for",
      needs: "floor:read",
      query: RoomsElsewhereQuery,
      answer: RoomsElsewhere,
    },
  ],
};
