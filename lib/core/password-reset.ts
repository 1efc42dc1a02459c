import { z } from "zod";
import { text } from "./text";

/** How long a link for a new password is good for, hours. */
export const RESET_HOURS = 24;

/** `POST /api/people/{id}/reset-link`: told once; only its SHA-256 is kept. */
export const ResetLink = z.object({ link: z.string(), expiresAt: z.string() });
export type ResetLink = z.infer<typeof ResetLink>;

/** What somebody with such a link posts to /api/reset. */
export const ResetAnswer = z.strictObject({
  code: z.string().trim().min(1).max(200),
  password: z.string().max(1000),
});
export type ResetAnswer = z.infer<typeof ResetAnswer>;

/** The same words for a code that is unknown, used, over or replaced. */
export const RESET_NOT_GOOD = text("This link is not good any more. Ask an admin for a new one.");
