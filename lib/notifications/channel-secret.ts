import { z } from "zod";

/** What is sealed of each kind of channel. */
export const MailSecret = z.object({ password: z.string() });
export const HookSecret = z.object({ url: z.string() });
export const SigningSecret = z.object({ secret: z.string() });
