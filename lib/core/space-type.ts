import { z } from "zod";
import { Lunch, SpeakerOrder } from "./fusion";
import { SpaceKind } from "./space";

/** `POST /api/space-types`: what spaces are used as, with what follows from that. */
export const SpaceTypeDraft = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}]*$/u, "must be one line of text"),
  /** Which kind it is offered for; null for any. */
  kind: SpaceKind.nullable().default(null),
  /** For spaces of this type without a capacity of their own; people. */
  capacity: z.number().int().min(0).max(100_000).nullable().default(null),
  /** How long after the last motion a space is "away" before it is free; minutes, null for not at all. */
  holdMinutes: z.number().int().min(1).max(240).nullable().default(null),
  /** Part of the working hours in which it should be used; %. */
  targetPercent: z.number().int().min(1).max(100).nullable().default(null),
  /** Who speaks for its spaces, best first; null for the usual order. */
  speakers: SpeakerOrder.nullable().default(null),
  /** Who leaves in it and does not count heads is away, not gone; null for none. */
  lunch: Lunch.nullable().default(null),
});
export type SpaceTypeDraft = z.infer<typeof SpaceTypeDraft>;

/** `PATCH /api/space-types/{id}`: only what is named changes. */
export const SpaceTypeChange = z.strictObject({
  name: SpaceTypeDraft.shape.name.optional(),
  kind: SpaceKind.nullable().optional(),
  capacity: SpaceTypeDraft.shape.capacity.unwrap().optional(),
  holdMinutes: SpaceTypeDraft.shape.holdMinutes.unwrap().optional(),
  targetPercent: SpaceTypeDraft.shape.targetPercent.unwrap().optional(),
  speakers: SpeakerOrder.nullable().optional(),
  lunch: Lunch.nullable().optional(),
});
export type SpaceTypeChange = z.infer<typeof SpaceTypeChange>;

export const SpaceType = SpaceTypeDraft.extend({
  id: z.string(),
  kind: SpaceKind.nullable(),
  capacity: z.number().nullable(),
  holdMinutes: z.number().nullable(),
  targetPercent: z.number().nullable(),
  speakers: SpeakerOrder.nullable(),
  lunch: Lunch.nullable(),
  /** Living spaces of it that the reader may see. */
  spaces: z.number(),
}).strip();
export type SpaceType = z.infer<typeof SpaceType>;

export const SpaceTypeList = z.object({ items: z.array(SpaceType) });
