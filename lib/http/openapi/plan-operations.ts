import { z } from "zod";
import {
  DrawingInfo,
  PlanDraft,
  PlanDuplicate,
  PlanPublish,
  PlanSave,
  PublishedPlan,
  UploadedDrawing,
} from "@/lib/core/floor-plan";
import { PlanImportApply, PlanImportPreview, PlanImportResult } from "@/lib/core/plan-import/plan-import";
import { PlanOverviews } from "@/lib/core/plan-overview";
import type { OperationGroup } from "./operation";

export const planOperations: OperationGroup = {
  name: "Floor plans",
  about: "What viewers see of a floor, and the draft an admin works on.",
  operations: [
    {
      call: "get /api/floors/{floorId}/plan",
      summary: "The published plan; 404 while there is none",
      needs: "floor:read",
      answer: PublishedPlan,
    },
    {
      call: "get /api/floors/{floorId}/plan/draft",
      summary: "What an admin works on, with what viewers see and every drawing",
      needs: "plan:write",
      answer: PlanDraft,
    },
    {
      call: "put /api/floors/{floorId}/plan/draft",
      summary: "Saves the draft; refused when somebody saved since the revision that is named",
      needs: "plan:write",
      body: PlanSave,
      answer: PlanDraft,
      problems: ["conflict"],
    },
    {
      call: "delete /api/floors/{floorId}/plan/draft",
      summary: "Throws the draft away; saving it again undoes that",
      needs: "plan:write",
      query: z.object({ revision: z.string().optional() }),
      answer: PlanDraft,
      problems: ["conflict"],
    },
    {
      call: "post /api/floors/{floorId}/plan/publish",
      summary: "The draft becomes what viewers see; its new spaces are made",
      needs: "plan:write",
      body: PlanPublish,
      answer: PlanDraft,
      problems: ["conflict"],
    },
    {
      call: "post /api/floors/{floorId}/plan/duplicate",
      summary: "A draft made out of the plan of another floor",
      needs: "plan:write",
      body: PlanDuplicate,
      answer: PlanDraft,
      problems: ["conflict"],
    },
    {
      call: "get /api/floors/{floorId}/drawings",
      summary: "Every drawing of the floor, the newest first",
      needs: "plan:write",
      answer: z.object({ items: z.array(DrawingInfo) }),
    },
    {
      call: "post /api/floors/{floorId}/drawings",
      summary: "Takes a PNG, JPEG, SVG or a page of a PDF; shown is what the server makes of it",
      needs: "plan:write",
      query: z.object({ name: z.string().optional(), page: z.string().optional() }),
      body: "application/octet-stream",
      answer: UploadedDrawing,
    },
    {
      call: "get /api/floors/{floorId}/drawings/{drawingId}",
      summary: "The drawing as pages show it",
      needs: "floor:read",
      answer: "image/*",
    },
    {
      call: "get /api/floors/{floorId}/drawings/{drawingId}/original",
      summary: "The drawing as it was uploaded, as an attachment",
      needs: "plan:write",
      answer: "application/octet-stream",
    },
    {
      call: "get /api/plans",
      summary: "Every floor with the state of its plan",
      needs: "plan:write",
      answer: PlanOverviews,
    },
    {
      call: "post /api/imports/plan",
      summary: "What an IMDF archive or a GeoJSON file holds, drawn as plans; changes nothing",
      needs: "plan:write",
      body: "application/octet-stream",
      answer: PlanImportPreview,
    },
    {
      call: "post /api/imports/plan/apply",
      summary: "Levels of a file become drafts of a building's floors; missing floors are made",
      needs: "plan:write",
      body: PlanImportApply,
      answer: PlanImportResult,
      problems: ["conflict"],
    },
  ],
};
