import type { Privacy } from "../adapter";

const SEALED = "sealed:";
const PSEUDONYM = "person:";

/** Unreadable, deterministic, and recognises its own work, as an installation's privacy does. */
export const testPrivacy: Privacy = {
  pseudonym: (text) => (text.startsWith(PSEUDONYM) ? text : `${PSEUDONYM}${hex(text)}`),
  seal: (text) => (text.startsWith(SEALED) ? text : `${SEALED}${hex(text)}`),
};

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}
