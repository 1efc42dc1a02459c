export type SignInAnswer = "signed-in" | "wrong" | "unreachable" | { waitSeconds: number };

/** Asks for a session; the cookie comes with the answer. */
export async function signIn(email: string, password: string): Promise<SignInAnswer> {
  const response = await fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (response === null) return "unreachable";
  if (response.ok) return "signed-in";
  if (response.status === 429) return { waitSeconds: Number(response.headers.get("retry-after") ?? "10") };
  return response.status === 400 || response.status === 401 ? "wrong" : "unreachable";
}

/** The answer as a sentence, null when all is well. */
export function signInMessage(answer: SignInAnswer): string | null {
  if (answer === "signed-in") return null;
  if (answer === "wrong") return "Email or password is not right.";
  if (answer === "unreachable") return "The server did not answer. Try again.";
  const { waitSeconds } = answer;
  const wait = waitSeconds === 1 ? "1 second" : `${waitSeconds} seconds`;
  return `Too many attempts. Try again in ${wait}.`;
}
