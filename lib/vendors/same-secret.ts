import { hash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => hash("sha256", text, "buffer");

/** Secrets are far shorter; what is longer is compared by its digest. */
const MOST_BYTES = 256;

interface Expected {
  readonly length: number;
  /** Padded with zeros; null when it does not fit. */
  readonly padded: Buffer | null;
  readonly digest: Buffer;
}

/** Secrets that are expected: few, and the same for every delivery. */
const expectations = new Map<string, Expected>();
const MOST_EXPECTED = 100;
const scratch = Buffer.alloc(MOST_BYTES);

function expected(secret: string): Expected {
  const known = expectations.get(secret);
  if (known) return known;
  if (expectations.size >= MOST_EXPECTED) expectations.clear();
  const length = Buffer.byteLength(secret);
  const made = {
    length,
    padded: length <= MOST_BYTES ? padded(secret, Buffer.alloc(MOST_BYTES)) : null,
    digest: digest(secret),
  };
  expectations.set(secret, made);
  return made;
}

function padded(text: string, into: Buffer): Buffer {
  return into.fill(0, into.write(text));
}

/** Compares with a secret in constant time whatever the lengths: always the same number of bytes. */
export function sameSecret(given: string, secret: string): boolean {
  const wanted = expected(secret);
  const length = Buffer.byteLength(given);
  if (!wanted.padded || length > MOST_BYTES) return timingSafeEqual(digest(given), wanted.digest);
  const isSame = timingSafeEqual(padded(given, scratch), wanted.padded);
  return isSame && length === wanted.length; // zeros at the end are no padding
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
