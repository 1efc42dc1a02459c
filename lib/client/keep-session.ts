/** Renews session and cookie when a day has passed; nothing else renews the cookie. */
export async function keepSession(): Promise<void> {
  const response = await fetch("/api/auth/get-session", { cache: "no-store" }).catch(() => null);
  if (response?.ok && (await response.json()) === null) window.location.reload();
}
