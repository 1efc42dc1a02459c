import { z } from "zod";

/** `GET /api/alerts/assignees`: who alerts can be given to, by name; at most 500. */
export const Assignees = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
export type Assignees = z.infer<typeof Assignees>;
