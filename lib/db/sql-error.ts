function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** The data itself was refused (classes 22 data exception, 23 integrity): sending it again cannot help. */
export function isDataError(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error) ?? "");
}

/** A row points at one that is not there. */
export function isDanglingReference(error: unknown): boolean {
  return sqlState(error) === "23503";
}

/** Two writers met: serialization failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  return ["40001", "40P01"].includes(sqlState(error) ?? "");
}

/** Another row has it already. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === "23505";
}
