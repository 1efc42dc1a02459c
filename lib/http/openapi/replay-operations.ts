import { z } from "zod";
import { FloorPast, PastQuery } from "@/lib/core/floor-past";
import { FusionPreview, FusionPreviewQuery } from "@/lib/core/fusion-preview";
import {
  MaintenanceChange,
  MaintenanceDraft,
  MaintenancePage,
  MaintenanceQuery,
  MaintenanceWindow,
} from "@/lib/core/maintenance";
import { PastEvents, PastEventsQuery } from "@/lib/core/past-events";
import { SpaceWhyAnswer } from "@/lib/core/why";
import type { OperationGroup } from "./operation";

export const pastOperations: OperationGroup = {
  name: "The past of floors",
  about: "What floors showed at any moment whose readings are kept, as it is known today.",
  operations: [
    {
      call: "get /api/floors/{floorId}/past",
      summary: "What replays a floor between two moments, two hours at most; moments are ms since the epoch",
      needs: "floor:read",
      query: PastQuery,
      answer: FloorPast,
      problems: ["invalid"],
    },
    {
      call: "get /api/floors/{floorId}/past/events",
      summary: "Alerts (for who may read them), troubles, starts of bookings and corrections of a day at most",
      needs: "floor:read",
      query: PastEventsQuery,
      answer: PastEvents,
      problems: ["invalid"],
    },
  ],
};

export const whyOperations: OperationGroup = {
  name: "Why a space says what it says",
  about: "The state is `spaceState` of what a space's answer holds; here is what arrived and does not count.",
  operations: [
    {
      call: "get /api/spaces/{spaceId}/why",
      summary: "The last twenty words of a day that did not become what the space shows, with the reason of each",
      needs: "space:read",
      answer: SpaceWhyAnswer,
    },
    {
      call: "post /api/space-types/preview",
      summary: "What the last 24 hours of a space would have been by other rules; changes nothing",
      needs: "settings:write",
      body: FusionPreviewQuery,
      answer: FusionPreview,
      problems: ["invalid"],
    },
  ],
};

export const maintenanceOperations: OperationGroup = {
  name: "Maintenance",
  about: "When spaces are closed and sources are worked on: nothing is lost, alerts stay quiet, figures leave it out.",
  operations: [
    {
      call: "get /api/maintenance",
      summary: "Windows that are on or to come; `ended=true` for all of them, `spaceId` for what closes one space",
      needs: "alert:read",
      query: MaintenanceQuery,
      answer: MaintenancePage,
    },
    {
      call: "post /api/maintenance",
      summary: "Closes a space with all that is in it, or keeps the alerts of a source quiet",
      needs: "alert:write",
      body: MaintenanceDraft,
      answer: MaintenanceWindow,
      problems: ["invalid"],
    },
    {
      call: "patch /api/maintenance/{windowId}",
      summary: "Changes a window; `ended: true` ends it now, `false` takes that back",
      needs: "alert:write",
      body: MaintenanceChange,
      answer: MaintenanceWindow,
      problems: ["invalid"],
    },
    {
      call: "delete /api/maintenance/{windowId}",
      summary: "Takes a window away as if it had never been, also for the figures of the past",
      needs: "alert:write",
      answer: z.object({}),
    },
  ],
};
