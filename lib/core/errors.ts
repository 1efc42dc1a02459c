import { english } from "./text";
import type { Words } from "./words";

export const ERROR_CODES = [
  "not-found",
  "invalid",
  "forbidden",
  "unauthenticated",
  "second-factor-required",
  "conflict",
  "too-many",
  "unavailable",
  "internal",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An ending the caller cannot use. `words` may be shown to people, `message` is them in English; HTTP is decided in lib/http. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly words: Words;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, words: string | Words, details?: Record<string, unknown>, cause?: unknown) {
    const said = typeof words === "string" ? { text: words, values: {} } : words;
    super(
      typeof words === "string" ? words : english(said.text, said.values),
      cause === undefined ? undefined : { cause },
    );
    this.name = "AppError";
    this.code = code;
    this.words = said;
    this.details = details;
  }
}
