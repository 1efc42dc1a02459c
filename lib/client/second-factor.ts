import { z } from "zod";
import { text } from "@/lib/core/text";
import { sendJson } from "./send-json";

/** What better-auth said no with, in words. */
const REASONS: Readonly<Record<string, string>> = {
  INVALID_PASSWORD: text("The password is not right."),
  INVALID_CODE: text("The code is not right. Look at the app again: it changes every 30 seconds."),
  CODE_USED: text("This code was used already. Sign in again and wait for the next one."),
  INVALID_BACKUP_CODE: text("This backup code is not right, or was used already."),
  INVALID_TWO_FACTOR_COOKIE: text("This took too long. Start again with your password."),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: text("Too many wrong codes. Start again with your password."),
  ACCOUNT_TEMPORARILY_LOCKED: text("Too many wrong codes. Try again in 15 minutes."),
  TOTP_ALREADY_ENABLED: text("There is a second factor already. Load the page again."),
  ACCOUNT_DISABLED: text("This account is disabled. Ask an admin."),
};

const Refusal = z.object({ code: z.string().optional(), message: z.string().optional() });

export type Told<T> = { readonly done: T } | { readonly problem: string; readonly code: string };

/** Posts to a path of the sign-in and parses its answer; what went wrong is a sentence. */
export async function askSignIn<T extends z.ZodType>(
  path: string,
  body: unknown,
  schema: T,
): Promise<Told<z.infer<T>>> {
  const answer = await fetch(`/api/auth/${path}`, sendJson("POST", body)).catch(() => null);
  if (answer === null) return { problem: text("The server did not answer. Try again."), code: "" };
  const content: unknown = await answer.json().catch(() => null);
  if (answer.ok) return { done: schema.parse(content) };
  const { code = "", message } = Refusal.safeParse(content).data ?? {};
  const limited = answer.status === 429 ? text("Too many attempts. Try again in a minute.") : null;
  const said = answer.status === 400 && message ? message : text("The server did not answer. Try again.");
  return { problem: REASONS[code] ?? limited ?? said, code };
}

export const TotpStart = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
export type TotpStart = z.infer<typeof TotpStart>;
export const BackupCodes = z.object({ backupCodes: z.array(z.string()) });

/** Of six digits, however they were typed. */
export const digitsOf = (code: string): string => code.replaceAll(/\D/g, "");
