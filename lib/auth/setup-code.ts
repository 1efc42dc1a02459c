import "server-only";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;

/** The code that proves the reader of the server's log. Derived, so every instance prints the same one. */
export function setupCode(secret: string): string {
  const bytes = createHmac("sha256", secret).update("setup-code").digest();
  const signs = [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}

export function isSetupCode(secret: string, given: string): boolean {
  return timingSafeEqual(digest(setupCode(secret)), digest(given));
}

const digest = (code: string): Buffer =>
  createHash("sha256").update(code.toUpperCase().replaceAll(/[\s-]/g, "")).digest();
