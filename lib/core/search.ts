import { z } from "zod";
import { SpaceKind } from "./space";

/** `GET /api/search`. */
export const SearchQuery = z.object({
  /** Any part of a name, an id or a tag. */
  q: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** A place that was found. */
export const FoundSpace = z.object({
  id: z.string(),
  kind: SpaceKind,
  name: z.string(),
  /** The floor it is on, for a link; null for sites and buildings without any floor. */
  floorId: z.string().nullable(),
  /** Where it stands, from the site down: "Riverside, Alder House, Level 1". */
  path: z.array(z.string()),
});
export type FoundSpace = z.infer<typeof FoundSpace>;

/** A device or another source that was found. */
export const FoundSource = z.object({
  id: z.string(),
  vendor: z.string(),
  kind: z.string(),
  name: z.string(),
  /** Where it stands; null for nowhere yet. */
  space: FoundSpace.nullable(),
});
export type FoundSource = z.infer<typeof FoundSource>;

export const SearchAnswer = z.object({ spaces: z.array(FoundSpace), sources: z.array(FoundSource) });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
