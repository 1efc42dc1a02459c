import { z } from "zod";
import {
  MaintenanceChange,
  MaintenanceDraft,
  MaintenancePage,
  MaintenanceQuery,
  MaintenanceWindow,
} from "@/lib/core/maintenance";
import type { OperationGroup } from "./operation";

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
