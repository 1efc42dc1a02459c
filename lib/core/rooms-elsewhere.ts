import { z } from "zod";

const MOST_TAGS = 10;

/** `GET /api/floors/{id}/rooms-elsewhere`: `tags` is a list with commas. */
export const RoomsElsewhereQuery = z.object({
  seats: z.coerce.number().int().min(0).max(100_000).default(0),
  tags: z
    .string()
    .max(600)
    .default("")
    .transform((text) => text.split(",").filter(Boolean).slice(0, MOST_TAGS)),
});
export type RoomsElsewhereQuery = z.infer<typeof RoomsElsewhereQuery>;

/** Free rooms on the other floors of a building. */
export const RoomsElsewhere = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), free: z.number() })),
});
export type RoomsElsewhere = z.infer<typeof RoomsElsewhere>;
