import { z } from "zod";
import { SpaceId, SpaceKind } from "./space";
import { SpaceDraft } from "./space-requests";
import { Holidays, WorkingHours } from "./working-hours";

/** A space as those see it who work on the tree: what was said of it, by whom, and what follows. */
export const TreeSpace = z.object({
  id: z.string(),
  kind: SpaceKind,
  parentId: z.string().nullable(),
  /** As it is shown. */
  name: z.string(),
  /** The admin's; null shows the vendor's. */
  ownName: z.string().nullable(),
  vendorName: z.string().nullable(),
  /** The admin's; null shows the vendor's. */
  customId: z.string().nullable(),
  vendorCustomId: z.string().nullable(),
  /** Its own; people. */
  capacity: z.number().nullable(),
  /** Its own, else its type's; people. */
  effectiveCapacity: z.number().nullable(),
  typeId: z.string().nullable(),
  tags: z.array(z.string()),
  /** Its own; sites only. */
  timeZone: z.string().nullable(),
  /** Its own. */
  workingHours: WorkingHours.nullable(),
  /** Id of the space whose working hours count here; null when nobody up to the site said any. */
  hoursFrom: z.string().nullable(),
  holidays: Holidays.nullable(),
  sortOrder: z.number(),
  /** Sources that stand in it now. */
  sources: z.number(),
  archivedAt: z.iso.datetime().nullable(),
});
export type TreeSpace = z.infer<typeof TreeSpace>;

/** `GET /api/spaces/tree`: `cursor` is the last answer's `next`. Parents may come on a later page. */
export const TreeQuery = z.object({
  siteId: SpaceId.optional(),
  /** True: only what is archived. */
  archived: z.stringbool().default(false),
  cursor: SpaceId.optional(),
  limit: z.coerce.number().int().min(1).max(2_000).default(1_000),
});
export type TreeQuery = z.infer<typeof TreeQuery>;

export const TreePage = z.object({ items: z.array(TreeSpace), next: z.string().nullable() });
export type TreePage = z.infer<typeof TreePage>;

/** `POST /api/spaces/bulk`: the same place many times, named by a pattern (lib/core/name-pattern.ts). */
export const SpaceSeries = SpaceDraft.omit({ kind: true, name: true, customId: true }).extend({
  kind: SpaceKind.exclude(["site"]),
  parentId: SpaceId,
  names: z.string().max(20_000),
});
export type SpaceSeries = z.infer<typeof SpaceSeries>;

/** `DELETE /api/spaces/{id}`: sites, buildings and floors want their name typed. */
export const SpaceArchive = z.strictObject({ name: z.string().optional() });
export type SpaceArchive = z.infer<typeof SpaceArchive>;

/** How many spaces an archiving or restoring was about, inner ones included. */
export const ArchiveResult = z.object({ spaces: z.number() });

/** Which spaces were added. */
export const CreatedSpaces = z.object({ ids: z.array(z.string()) });

/** What is archived with all that is in it only by typing its name. */
export const wantsItsName = (kind: SpaceKind): boolean => ["site", "building", "floor"].includes(kind);
