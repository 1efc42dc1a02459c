import fc from "fast-check";
import { expect, test } from "vitest";
import { sameSecret } from "./same-secret";

test("only the very same text is the same, whatever its length and characters", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.string({ minLength: 80, maxLength: 300 }),
    fc.constantFrom("", "a", "a\0", "a\0\0", "å", "x".repeat(255), "x".repeat(256), "x".repeat(257), "å".repeat(128)),
  );
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(sameSecret(a, a)).toBe(true);
      expect(sameSecret(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)));
    }),
    { numRuns: 1_000 },
  );
});
