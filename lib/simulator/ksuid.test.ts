import { describe, expect, it } from "vitest";
import { ksuid } from "./ksuid";

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));

describe("ksuid", () => {
  it("agrees with the example of segmentio/ksuid", () => {
    const id = ksuid((1_400_000_000 + 107_608_047) * 1000, bytes("B5A1CD34B5F99D1154FB6853345C9735"));
    expect(id).toBe("0ujtsYcgvSTl8PAuAdqWYSMnLOv");
  });

  it("is 27 characters at both ends of its range", () => {
    expect(ksuid(1_400_000_000_000, new Uint8Array(16))).toBe("0".repeat(27));
    expect(ksuid((1_400_000_000 + 0xffffffff) * 1000, new Uint8Array(16).fill(255))).toBe(
      "aWgEPTl1tmebfsQzFP4bxwgy80V",
    );
  });

  it("sorts by its second", () => {
    const early = ksuid(1_794_821_400_000, new Uint8Array(16).fill(255));
    const late = ksuid(1_794_821_401_000, new Uint8Array(16));
    expect(early < late).toBe(true);
  });

  it("refuses a moment it cannot hold and a payload of another size", () => {
    expect(() => ksuid(0, new Uint8Array(16))).toThrow(RangeError);
    expect(() => ksuid(1_794_821_400_000, new Uint8Array(15))).toThrow(RangeError);
  });
});
