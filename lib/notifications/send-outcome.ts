import type { Answer } from "@/lib/outgoing/post";
import { BlockedError } from "@/lib/outgoing/way-out";

/** What came of one try. `answer` is the other side's own words, for people. */
export type SendOutcome =
  | { readonly ok: true; readonly answer: string }
  | {
      readonly ok: false;
      readonly answer: string;
      /** Trying again would not help. */
      readonly isFinal: boolean;
      /** Seconds they asked to be left alone. */
      readonly retryAfterS: number | null;
    };

const MOST_WORDS = 500;

/** Whatever others wrote, as one line without control and direction signs. */
export const told = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, MOST_WORDS);

/** HTTP: 2xx is received; a redirect is not followed; gone is gone. */
export function outcomeOf({ status, body, retryAfterS }: Answer): SendOutcome {
  const answer = told(`${status} ${body}`);
  if (status >= 200 && status < 300) return { ok: true, answer };
  return { ok: false, answer, isFinal: status === 410, retryAfterS };
}

/** What went wrong before there was an answer. */
export function outcomeOfError(error: unknown): SendOutcome {
  const { code, message } = error instanceof Error ? (error as Error & { code?: string }) : { message: String(error) };
  const words = message.includes(code ?? "") ? message : `${message} (${code})`;
  return { ok: false, answer: told(words), isFinal: error instanceof BlockedError, retryAfterS: null };
}
