import { z } from "zod";

/** `GET /api/start`: how far the first set-up has come, read from what there is: every step can be left and taken up. */
export const StartState = z.object({
  /** The first site; its time zone is null while nobody said it (places that Butlr named). */
  site: z.object({ id: z.string(), name: z.string(), timeZone: z.string().nullable() }).nullable(),
  /** The first floor, and whether viewers see a plan of it. */
  floor: z.object({ id: z.string(), name: z.string(), hasPlan: z.boolean() }).nullable(),
  /** Believed deliveries, of any vendor; only whether there are any matters. */
  hasDeliveries: z.boolean(),
  /** Sources that wait for somebody to say where they stand. */
  waitingSources: z.number(),
  /** Did a made-up building ever post here? */
  simulated: z.boolean(),
  simulator: z.enum(["off", "running", "unavailable"]),
});
export type StartState = z.infer<typeof StartState>;
