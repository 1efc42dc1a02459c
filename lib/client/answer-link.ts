import { z } from "zod";
import type { InviteAnswer } from "@/lib/core/invite";
import type { ResetAnswer } from "@/lib/core/password-reset";
import { text } from "@/lib/core/text";
import { ApiError, fetchJson } from "./api";
import { sendJson } from "./send-json";

type Answered = { readonly email: string } | { readonly problem: string };

/** Makes the account of somebody who was invited; answers its address, or what was wrong as a sentence. */
export const acceptInvite = (answer: InviteAnswer): Promise<Answered> => answerLink("/api/invite", answer);

/** Sets the password of whoever has the link; answers their address, or what was wrong as a sentence. */
export const resetPassword = (answer: ResetAnswer): Promise<Answered> => answerLink("/api/reset", answer);

async function answerLink(door: string, answer: object): Promise<Answered> {
  try {
    return await fetchJson(z.object({ email: z.string() }), door, sendJson("POST", answer));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { problem: error.status === 429 ? text("Too many attempts. Try again in a minute.") : error.message };
  }
}
