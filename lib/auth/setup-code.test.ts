import { describe, expect, it } from "vitest";
import { isSetupCode, setupCode } from "./setup-code";

describe("setupCode", () => {
  const code = setupCode("a secret");

  it("is the same on every instance and another for another secret", () => {
    expect(setupCode("a secret")).toBe(code);
    expect(setupCode("b secret")).not.toBe(code);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
  });

  it("is recognised as people type it", () => {
    expect(isSetupCode("a secret", ` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(true);
  });

  it.each(["", "-", code.slice(0, -1), `${code}A`, setupCode("b secret")])("refuses %j", (given) => {
    expect(isSetupCode("a secret", given)).toBe(false);
  });
});
