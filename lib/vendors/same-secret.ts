import { hash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => hash("sha256", text, "buffer");

/** Digests of what is expected: few, and the same for every delivery. */
const expectedDigests = new Map<string, Buffer>();
const MOST_DIGESTS = 100;

function expectedDigest(secret: string): Buffer {
  const known = expectedDigests.get(secret);
  if (known) return known;
  if (expectedDigests.size >= MOST_DIGESTS) expectedDigests.clear();
  const made = digest(secret);
  expectedDigests.set(secret, made);
  return made;
}

/** Compares in constant time whatever the lengths. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), expectedDigest(expected));
}

/** The secret that `matches`, or null. Every one is tried, so that the time does not tell which one was close. */
export function matchingSecret(secrets: readonly string[], matches: (secret: string) => boolean): string | null {
  let found: string | null = null;
  for (const secret of secrets) if (secret.length > 0 && matches(secret)) found = secret;
  return found;
}
