import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createSealer, isSealed, SealError } from "./sealer";

const sealer = createSealer(randomBytes(32));
const PREFIX = "sealed:1:";

describe("what is sealed", () => {
  test.each(["", "a key", "Møterom 2° – 日本", "x".repeat(5_000)])("opens again: %.20s", (text) => {
    const sealed = sealer.seal(text, "test");
    expect(isSealed(sealed)).toBe(true);
    expect(sealed).toMatch(/^sealed:1:[A-Za-z0-9_-]+$/);
    expect(sealer.open(sealed, "test")).toBe(text);
  });

  test("never looks the same twice, and never like the text", () => {
    const both = [sealer.seal("the secret", "test"), sealer.seal("the secret", "test")];
    expect(both[0]).not.toBe(both[1]);
    for (const encoding of ["utf8", "base64url", "hex"] as const)
      expect(both.join()).not.toContain(Buffer.from("the secret").toString(encoding));
  });
});

describe("what does not open", () => {
  const sealed = sealer.seal("the secret", "test");
  const bytes = Buffer.from(sealed.slice(PREFIX.length), "base64url");

  test("any flipped byte of nonce, text or tag", () => {
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => sealer.open(PREFIX + changed.toString("base64url"), "test")).toThrow(SealError);
    }
  });

  test("for another purpose, or with another key", () => {
    expect(() => sealer.open(sealed, "other")).toThrow(SealError);
    expect(() => createSealer(randomBytes(32)).open(sealed, "test")).toThrow(SealError);
  });

  test.each([
    "",
    "the secret",
    PREFIX,
    `${PREFIX}AAAA`,
    sealed.replace(":1:", ":2:"),
    sealed.slice(0, -4),
    `${sealed}=`,
  ])("what is cut, plain or of another version: %s", (text) =>
    expect(() => sealer.open(text, "test")).toThrow(SealError),
  );

  test("says what could not be opened, and nothing of it", () => {
    expect(() => sealer.open(sealed, "secret of butlr")).toThrow(/^This secret of butlr cannot be opened: /);
  });
});

test("a key of another length is refused", () => {
  expect(() => createSealer(randomBytes(16))).toThrow("32 bytes");
});
