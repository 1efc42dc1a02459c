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

/** An ending the caller cannot use. `message` may be shown to people; HTTP is decided in lib/http. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, details?: Record<string, unknown>, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}
