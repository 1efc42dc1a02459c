import { z } from "zod";

/** What the wizard posts to /api/setup. */
export const SetupRequest = z.object({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(320),
  password: z.string().max(1000),
});
export type SetupRequest = z.infer<typeof SetupRequest>;
