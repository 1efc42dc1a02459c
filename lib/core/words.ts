import { z } from "zod";

/** An English text in ICU MessageFormat and its values, said where it is read: `t(words.text, words.values)`. */
export const Words = z.object({ text: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Words = z.infer<typeof Words>;

/** An English text and its values. The texts are literals in the calls, so that a script can collect them. */
export const say = (text: string, values: Words["values"] = {}): Words => ({ text, values });
