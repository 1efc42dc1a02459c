import { z } from "zod";
import type { InviteAnswer } from "@/lib/core/invite";
import { ApiError, fetchJson } from "./api";
import { sendJson } from "./send-json";

/** Makes the account of somebody who was invited; answers its address, or what was wrong as a sentence. */
export async function acceptInvite(answer: InviteAnswer): Promise<{ email: string } | { problem: string }> {
  try {
    return await fetchJson(z.object({ email: z.string() }), "/api/invite", sendJson("POST", answer));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { problem: error.status === 429 ? "Too many attempts. Try again in a minute." : error.message };
  }
}
