import "server-only";
import { createHmac } from "node:crypto";
import type { Privacy } from "@/lib/vendors/adapter";
import { isSealed, SealError, type Sealer } from "./sealer";

export interface PrivacyOptions {
  readonly pseudonymKey: Buffer;
  readonly sealer: Sealer;
  /** What becomes of names and topics: kept for those who have the key, or not kept. */
  readonly personalData: "encrypt" | "drop";
}

/** For what sealed words about people are opened again. */
const PURPOSE = "personal data";
const LENGTH = 22; // 132 bits
const PSEUDONYM = /^person:[A-Za-z0-9_-]{22}$/;

/**
 * Replays run on what was stored, so both must know their own work again. They go by its form: text of another
 * key must not be sealed a second time, and who types such a text by hand has told nothing of anybody.
 */
export function createPrivacy({ pseudonymKey, sealer, personalData }: PrivacyOptions): Privacy {
  return {
    pseudonym(text) {
      if (PSEUDONYM.test(text)) return text;
      const same = text.trim().toLowerCase(); // vendors write one address in several ways
      return `person:${createHmac("sha256", pseudonymKey).update(same).digest("base64url").slice(0, LENGTH)}`;
    },
    seal(text) {
      if (personalData === "drop") return null;
      return isSealed(text) ? text : sealer.seal(text, PURPOSE);
    },
  };
}

/** Opens sealed words about people; null for what was sealed with another key. Whoever shows them notes who looked. */
export type PersonalWords = (sealed: string) => string | null;

export const createPersonalWords =
  (sealer: Sealer): PersonalWords =>
  (sealed) => {
    try {
      return sealer.open(sealed, PURPOSE);
    } catch (error) {
      if (error instanceof SealError) return null;
      throw error;
    }
  };
