import { z } from "zod";
import { line, SpaceId, SpaceKind } from "./space";
import { Holidays, isTimeZone, WorkingHours } from "./working-hours";

/** `GET /api/spaces`: `cursor` is the last answer's `next`. */
export const SpaceQuery = z.object({
  kind: SpaceKind.optional(),
  parentId: z.string().optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type SpaceQuery = z.infer<typeof SpaceQuery>;

const ownFields = {
  /** People; null when unknown: its type's then. */
  capacity: z.number().int().min(0).max(100_000).nullable(),
  typeId: SpaceId.nullable(),
  /** The admin's own id; null shows the vendor's. One per site. */
  customId: line(200).nullable(),
  tags: z.array(line(50)).max(50),
  /** IANA zone; of sites only, null means UTC. */
  timeZone: z.string().max(100).refine(isTimeZone, "must be a time zone such as Europe/Oslo").nullable(),
  /** Null inherits from above. */
  workingHours: WorkingHours.nullable(),
  /** Of sites only. */
  holidays: Holidays.nullable(),
  /** Order among its siblings; the level of a floor. */
  sortOrder: z.number().int().min(-10_000).max(10_000),
};

/** `POST /api/spaces`: a new place. What is left out is empty. */
export const SpaceDraft = z.strictObject({
  kind: SpaceKind,
  /** Null for a site. */
  parentId: SpaceId.nullable(),
  name: line(200),
  ...z.object(ownFields).partial().shape,
});
export type SpaceDraft = z.infer<typeof SpaceDraft>;

/** `PATCH /api/spaces/{id}`: only what is named changes. */
export const SpaceChange = z
  .strictObject({
    /** Where it stands from now on, with all that is in it. */
    parentId: SpaceId,
    /** The admin's name; null goes back to the vendor's. */
    name: line(200).nullable(),
    ...ownFields,
  })
  .partial();
export type SpaceChange = z.infer<typeof SpaceChange>;
