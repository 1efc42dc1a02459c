import { z } from "zod";

/** How many a person may keep. */
export const MOST_SAVED_VIEWS = 30;

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, "must be one line of text");

/** What somebody looks for again and again: the query of a page's address under a name of their own. */
export const SavedView = z.object({ id: z.string(), name: z.string(), search: z.string() });
export type SavedView = z.infer<typeof SavedView>;

export const SavedViewList = z.object({ items: z.array(SavedView) });
export type SavedViewList = z.infer<typeof SavedViewList>;

/** `POST /api/saved-views`: a name that is there already gets the new search. */
export const SavedViewDraft = z.strictObject({ name: oneLine(60), search: oneLine(2_000) });
export type SavedViewDraft = z.infer<typeof SavedViewDraft>;
