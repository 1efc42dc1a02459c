import { expect, test } from "vitest";
import { parseJson } from "./parse-json";

const parse = (text: string | Buffer) => parseJson(Buffer.from(text));

test.each(["", " ", "{", '{"a":04}', '{"a":NaN}', '{"a":0x4}', "\ufeff{}", '{"a":1} // note', "undefined"])(
  "%j is not JSON",
  (text) => {
    expect(parse(text)).toEqual({ kind: "not-json" });
  },
);

test("bytes that are no UTF-8 are not JSON", () => {
  expect(parse(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toEqual({ kind: "not-json" });
});

test("depth is counted outside strings only", () => {
  expect(parse("[".repeat(32) + "]".repeat(32)).kind).toBe("value");
  expect(parse("[".repeat(33) + "]".repeat(33)).kind).toBe("too-deep");
  expect(parse(JSON.stringify({ a: "[".repeat(100), b: '\\"[[[' })).kind).toBe("value");
  expect(parse("[".repeat(100_000)).kind).toBe("too-deep");
});
