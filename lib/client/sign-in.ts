import type { Text } from "@/lib/core/text";

export type SignInAnswer =
  | "signed-in"
  | "second-factor"
  | "wrong"
  | "disabled"
  | "unreachable"
  | { waitSeconds: number };

/** Asks for a session; the cookie comes with the answer, unless a second factor is asked for first. */
export async function signIn(email: string, password: string): Promise<SignInAnswer> {
  const response = await fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (response === null) return "unreachable";
  const body = (await response.json().catch(() => null)) as { twoFactorRedirect?: unknown; code?: unknown } | null;
  if (response.ok) return body?.twoFactorRedirect === true ? "second-factor" : "signed-in";
  if (body?.code === "ACCOUNT_DISABLED") return "disabled";
  if (response.status === 429) return { waitSeconds: Number(response.headers.get("retry-after") ?? "10") };
  return response.status === 400 || response.status === 401 ? "wrong" : "unreachable";
}

/** Signs in with what was set a moment ago, and leaves: to the sign-in page where more than that is asked for. */
export async function signInAndLeave(email: string, password: string, to: string): Promise<void> {
  const answer = await signIn(email, password);
  // A full load, not a client transition: nothing rendered while signed out may stay.
  window.location.assign(answer === "signed-in" ? to : "/login");
}

/** The answer as a sentence, null when all is well. */
export function signInMessage(answer: SignInAnswer, t: Text): string | null {
  if (answer === "signed-in" || answer === "second-factor") return null;
  if (answer === "disabled") return t("This account is disabled. Ask an admin.");
  if (answer === "wrong") return t("Email or password is not right.");
  if (answer === "unreachable") return t("The server did not answer. Try again.");
  const { waitSeconds } = answer;
  return t("Too many attempts. Try again in {count, plural, one {# second} other {# seconds}}.", {
    count: waitSeconds,
  });
}
