import { z } from "zod";
import { sendJson } from "./send-json";

const Start = z.object({ url: z.url({ protocol: /^https?$/ }) });

/** Where the identity provider asks who one is; null when it cannot be reached. */
export async function startAtProvider(next: string): Promise<string | null> {
  const answer = await fetch("/api/auth/sign-in/oidc", sendJson("POST", { next })).catch(() => null);
  if (!answer?.ok) return null;
  return Start.safeParse(await answer.json().catch(() => null)).data?.url ?? null;
}
