import { hash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => hash("sha256", text, "buffer");

/** Digests of the secrets that are expected: few, and the same for every delivery. */
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

/** Compares with a secret in constant time whatever the lengths. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), expectedDigest(secret));
}

/** Compares with a MAC or checksum in constant time; how long one is, is no secret. */
export function sameMac(given: string, mac: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(mac)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

/** The secret that `matches`, or null. Every one is tried, so that the time does not tell which one was close. */
export function matchingSecret(secrets: readonly string[], matches: (secret: string) => boolean): string | null {
  let found: string | null = null;
  for (const secret of secrets) if (secret.length > 0 && matches(secret)) found = secret;
  return found;
}
