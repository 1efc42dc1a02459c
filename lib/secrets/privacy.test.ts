import { describe, expect, test } from "vitest";
import { createPrivacy } from "./privacy";
import { createSealer } from "./sealer";

const key = (byte: number) => Buffer.alloc(32, byte);
const sealer = createSealer(key(1));
const privacy = createPrivacy({ pseudonymKey: key(2), sealer, personalData: "encrypt" });

describe("a pseudonym", () => {
  const ada = privacy.pseudonym("ada.visitor@example.org");

  test("is the same however the address is written, and another for another person", () => {
    expect(ada).toMatch(/^person:[A-Za-z0-9_-]{22}$/);
    expect(privacy.pseudonym("  Ada.Visitor@Example.org ")).toBe(ada);
    expect(privacy.pseudonym("bob.visitor@example.org")).not.toBe(ada);
  });

  test("stays what it is", () => {
    expect(privacy.pseudonym(ada)).toBe(ada);
  });

  test("is another in another installation", () => {
    const elsewhere = createPrivacy({ pseudonymKey: key(3), sealer, personalData: "encrypt" });
    expect(elsewhere.pseudonym("ada.visitor@example.org")).not.toBe(ada);
  });

  test("is not passed off by text that only begins like one", () => {
    expect(privacy.pseudonym("person:ada@example.org")).not.toContain("ada");
  });
});

describe("a sealed word", () => {
  const topic = privacy.seal("Layoffs");

  test("opens for this installation and tells nobody else", () => {
    expect(topic).not.toContain("Layoffs");
    expect(sealer.open(topic ?? "", "personal data")).toBe("Layoffs");
  });

  test("stays what it is", () => {
    expect(privacy.seal(topic ?? "")).toBe(topic);
  });

  test("is not passed off by text that only begins like one", () => {
    expect(privacy.seal("sealed:1:Layoffs")).not.toContain("Layoffs");
  });

  test("is not kept at all where personal data is dropped, nor is an older one", () => {
    const dropping = createPrivacy({ pseudonymKey: key(2), sealer, personalData: "drop" });
    expect([dropping.seal("Layoffs"), dropping.seal(topic ?? "")]).toEqual([null, null]);
    expect(dropping.pseudonym("a@example.org")).toBe(privacy.pseudonym("a@example.org"));
  });
});
