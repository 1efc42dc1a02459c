import { z } from "zod";
import { SpaceId } from "./space";

/**
 * A floor plan. Points are parts of the plan's frame: x of its width, y of its height, both from the top left, 0–1 (a
 * little outside is allowed while editing). The drawing lies under the shapes and can be replaced without them.
 */
const Point = z.tuple([z.number().min(-1).max(2), z.number().min(-1).max(2)]);
export type Point = z.infer<typeof Point>;

/** PostgreSQL keeps neither NUL nor half a character, and nobody means a line break in a name. */
const plain = (text: string) => text.toWellFormed().replace(/\p{Cc}/gu, " ");
const Words = (longest: number) => z.string().max(longest).overwrite(plain);

export const SHAPE_KINDS = ["room", "zone", "desk", "wall", "door", "text"] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** Kinds that are the outline of a space. */
export const SPACE_SHAPES = ["room", "zone", "desk"] as const;
export const isSpaceShape = (kind: ShapeKind): kind is (typeof SPACE_SHAPES)[number] =>
  (SPACE_SHAPES as readonly string[]).includes(kind);

/** What publishing does to the space of a shape: makes it when the shape has none yet, else changes it. */
export const SpaceEdit = z.strictObject({
  name: Words(200).trim().min(1).optional(),
  capacity: z.number().int().min(0).max(100_000).nullable().optional(),
  /** Id of a space type. */
  typeId: SpaceId.nullable().optional(),
  customId: Words(200).trim().nullable().optional(),
});
export type SpaceEdit = z.infer<typeof SpaceEdit>;

export const Shape = z.strictObject({
  /** Unique in the plan; stays when the shape is changed. */
  id: Words(64).min(1),
  kind: z.enum(SHAPE_KINDS),
  /** room, zone, desk: the corners; wall: the line; door: hinge and latch; text: where it starts. */
  points: z.array(Point).min(1).max(500),
  /** The space it is the outline of; null for none (yet). */
  spaceId: z.string().max(20).nullable(),
  edit: SpaceEdit.optional(),
  text: Words(200).optional(),
  /** Height of letters as a part of the frame's height. */
  size: z.number().positive().max(0.5).optional(),
  locked: z.boolean().optional(),
});
export type Shape = z.infer<typeof Shape>;

/** Where the drawing lies in the frame: its top left corner and size as parts of the frame, then turned about its middle. */
export const DrawingPlacement = z.strictObject({
  /** Id of an uploaded drawing of this floor. */
  id: z.string().max(20),
  x: z.number().min(-5).max(5),
  y: z.number().min(-5).max(5),
  width: z.number().positive().max(10),
  height: z.number().positive().max(10),
  /** degrees, clockwise */
  rotation: z.number().min(-360).max(360),
  /** 0–1 */
  opacity: z.number().min(0).max(1),
});
export type DrawingPlacement = z.infer<typeof DrawingPlacement>;

export const MOST_SHAPES = 5_000;

export const FloorPlan = z
  .strictObject({
    /** Width ÷ height of the frame. */
    aspect: z.number().min(0.05).max(20),
    /** Width of the frame, m; null until somebody gave a known length. */
    widthM: z.number().positive().max(10_000).nullable(),
    drawing: DrawingPlacement.nullable(),
    /** From the bottom to the top. */
    shapes: z.array(Shape).max(MOST_SHAPES),
  })
  .refine(({ shapes }) => new Set(shapes.map(({ id }) => id)).size === shapes.length, {
    message: "two shapes have the same id",
    path: ["shapes"],
  });
export type FloorPlan = z.infer<typeof FloorPlan>;

export const EMPTY_PLAN: FloorPlan = { aspect: 1.6, widthM: null, drawing: null, shapes: [] };

/** An uploaded drawing, without its bytes: `GET /api/floors/{id}/drawings/{drawingId}` shows it. */
export const DrawingInfo = z.object({
  id: z.string(),
  name: z.string(),
  /** px */
  width: z.number(),
  /** px */
  height: z.number(),
  createdAt: z.iso.datetime(),
});
export type DrawingInfo = z.infer<typeof DrawingInfo>;

/** What an upload became. */
export const UploadedDrawing = DrawingInfo.extend({
  /** How many pages the PDF has; left out for anything else. */
  pages: z.number().optional(),
});
export type UploadedDrawing = z.infer<typeof UploadedDrawing>;

/** `GET /api/floors/{id}/plan`: what viewers see. */
export const PublishedPlan = z.object({
  floorId: z.string(),
  revision: z.number(),
  publishedAt: z.iso.datetime(),
  plan: FloorPlan,
});
export type PublishedPlan = z.infer<typeof PublishedPlan>;

/** `GET /api/floors/{id}/plan/draft`: what an admin works on; the published plan (or an empty one) when nobody did yet. */
export const PlanDraft = z.object({
  floorId: z.string(),
  /** To be named when saving; a save that names an older one is refused with `conflict`. */
  revision: z.number(),
  /** False: nothing is unpublished, and `plan` is what viewers see. */
  isChanged: z.boolean(),
  savedAt: z.iso.datetime().nullable(),
  savedBy: z.string().nullable(),
  plan: FloorPlan,
  /** What viewers see now; null when nothing was ever published. */
  published: FloorPlan.nullable(),
  publishedRevision: z.number(),
  drawings: z.array(DrawingInfo),
});
export type PlanDraft = z.infer<typeof PlanDraft>;

/** `PUT /api/floors/{id}/plan/draft` */
export const PlanSave = z.strictObject({ revision: z.number().int().min(0), plan: FloorPlan });
export type PlanSave = z.infer<typeof PlanSave>;

/** `POST /api/floors/{id}/plan/publish`: the draft of this revision becomes what viewers see. */
export const PlanPublish = z.strictObject({ revision: z.number().int().min(0) });
export type PlanPublish = z.infer<typeof PlanPublish>;

/** One difference between two plans, in plain words. `shapeId` names the shape it is about; null when it is about none. */
export const PlanChange = z.object({
  kind: z.enum(["added", "removed", "moved", "reshaped", "renamed", "changed", "frame"]),
  shapeId: z.string().nullable(),
  text: z.string(),
});
export type PlanChange = z.infer<typeof PlanChange>;

/** What a `conflict` of a draft answers besides its title: who was faster, and what it takes to get from yours to theirs. */
export const PlanConflict = z.object({
  revision: z.number(),
  savedAt: z.iso.datetime().nullable(),
  savedBy: z.string().nullable(),
  /** From the plan that was sent to the one that is stored. */
  differences: z.array(PlanChange),
});
export type PlanConflict = z.infer<typeof PlanConflict>;

/** `POST /api/floors/{id}/plan/duplicate`: without a revision only into a floor without any plan. */
export const PlanDuplicate = z.strictObject({
  fromFloorId: z.string(),
  revision: z.number().int().min(0).optional(),
});
export type PlanDuplicate = z.infer<typeof PlanDuplicate>;
