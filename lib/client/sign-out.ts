/** Ends the session; its sockets end with it. Answers false when the server could not be told. */
export async function signOut(): Promise<boolean> {
  const answer = await fetch("/api/auth/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  }).catch(() => null);
  return answer?.ok ?? false;
}
