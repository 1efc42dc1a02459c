import { z } from "zod";
import { FloorPlan } from "../floor-plan";
import { SpaceId } from "../space";

/** One floor of a file, drawn. */
const ImportedLevel = z.object({
  key: z.string(),
  name: z.string(),
  ordinal: z.number(),
  /** The building the file says it is in. */
  building: z.string().nullable(),
  plan: FloorPlan,
  /** Things of the file that are not drawn. */
  leftOut: z.number(),
});

/** `POST /api/imports/plan`: what a file holds. Nothing is changed by it. */
export const PlanImportPreview = z.object({
  format: z.enum(["imdf", "geojson"]),
  levels: z.array(ImportedLevel),
});
export type PlanImportPreview = z.infer<typeof PlanImportPreview>;

export const MOST_LEVELS = 60;

/** `POST /api/imports/plan/apply`: which levels become drafts of which floors of a building. */
export const PlanImportApply = z.strictObject({
  buildingId: SpaceId,
  levels: z
    .array(
      z.strictObject({
        /** A floor of that building; null makes a new one of that name. */
        floorId: SpaceId.nullable(),
        name: z.string().trim().min(1).max(200),
        ordinal: z.number().int().min(-10_000).max(10_000),
        plan: FloorPlan,
      }),
    )
    .min(1)
    .max(MOST_LEVELS),
});
export type PlanImportApply = z.infer<typeof PlanImportApply>;

/** What became of each level, in their order. */
export const PlanImportResult = z.object({
  floors: z.array(
    z.object({
      floorId: z.string(),
      name: z.string(),
      isNew: z.boolean(),
      /** Shapes that found their space by its name. */
      matched: z.number(),
      /** Spaces that publishing will make. */
      proposed: z.number(),
    }),
  ),
});
export type PlanImportResult = z.infer<typeof PlanImportResult>;
