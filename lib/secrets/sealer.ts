import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Text that only this installation can read, for one purpose. */
export interface Sealer {
  seal(text: string, purpose: string): string;
  /** Throws SealError: sealed with another key, for another purpose, or changed since. */
  open(sealed: string, purpose: string): string;
}

/** Which of these it was cannot be told, and that is the point. */
export class SealError extends Error {
  constructor(purpose: string) {
    super(`This ${purpose} cannot be opened: it was sealed with another key, or it was changed.`);
    this.name = "SealError";
  }
}

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The 1 names cipher and layout (AES-256-GCM; nonce, text, tag), so that another can follow. */
const PREFIX = "sealed:1:";
const SEALED = /^sealed:1:[A-Za-z0-9_-]{38,}$/; // 28 bytes of nonce and tag at least

/** Has it the form of sealed text? Whether this key opens it is another question. */
export const isSealed = (text: string): boolean => SEALED.test(text);

/** AES-256-GCM. The purpose is sealed along, so that one row's text is no good in another's place. */
export function createSealer(key: Buffer): Sealer {
  if (key.byteLength !== KEY_BYTES) throw new Error(`A sealing key has ${KEY_BYTES} bytes.`);
  return {
    seal(text, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(purpose));
      const sealed = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
      return PREFIX + Buffer.concat(sealed).toString("base64url");
    },
    open(sealed, purpose) {
      if (!isSealed(sealed)) throw new SealError(purpose);
      const bytes = Buffer.from(sealed.slice(PREFIX.length), "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(purpose));
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString("utf8");
      } catch {
        throw new SealError(purpose);
      }
    },
  };
}
