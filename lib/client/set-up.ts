import type { SetupRequest } from "@/lib/core/setup-request";
import { text } from "@/lib/core/text";

/** Makes the first admin. Null when done, else what went wrong as a sentence. */
export async function setUp(request: SetupRequest): Promise<string | null> {
  const response = await fetch("/api/setup", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  }).catch(() => null);
  if (response?.ok) return null;
  if (response?.status === 409) return text("There is an admin already. Sign in instead.");
  if (response?.status === 403) return text("The setup code is not right. It is in the log of the server.");
  if (response?.status === 429) return text("Too many attempts. Try again in a minute.");
  if (response?.status === 400) return text("Check the name, the email and the password.");
  return text("The server did not answer. Try again.");
}
