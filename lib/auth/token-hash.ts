import "server-only";
import { createHash } from "node:crypto";

/** What is stored of a token or a code. They are 256 random bits: a fast hash is enough. */
export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();
