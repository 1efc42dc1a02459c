import { expect, test } from "vitest";
import { SecretChange } from "@/lib/core/vendor";
import { randomSecret } from "./random-secret";

test("is long, never the same, and what the server takes", () => {
  const secrets = Array.from({ length: 100 }, randomSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) {
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(SecretChange.safeParse({ secret }).success).toBe(true);
  }
});
