import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password-problem";

describe("the passwords most used", () => {
  it.each(["1qaz2wsx3edc", "Q1W2E3R4T5Y6", "leavemealone", "sonyericsson"])("%s is refused", (password) => {
    expect(passwordProblem(password)).toContain("easy to guess");
  });
});

describe("passwordProblem", () => {
  it.each([
    "correct horse battery",
    "violet tram under 9 maps",
    "kV7#pq!zR2mw",
    "пароль из нескольких слов",
    "384756201938",
  ])("accepts %s", (password) => expect(passwordProblem(password, "ann@example.com")).toBeNull());

  it.each([
    "short",
    "elevenchars",
    "password1234",
    "Password1234!",
    "P@ssw0rd12345",
    "passwordpassword",
    "aaaaaaaaaaaa",
    "abababababab",
    "123456789012",
    "098765432109",
    "abcdefghijkl",
    "qwertyuiop12",
    "123412341234",
    "administrator",
    "!!!changeme!!!",
    "letmein123456",
    "adminadminadmin",
    "112233445566",
  ])("refuses %s", (password) => expect(passwordProblem(password)).not.toBeNull());

  it("refuses the e-mail address and its name", () => {
    expect(passwordProblem("facilities@example.com", "Facilities@example.com")).not.toBeNull();
    expect(passwordProblem("facilities2026", "facilities@example.com")).not.toBeNull();
  });

  it("accepts 64 characters and refuses more than it can hash", () => {
    const long = Array.from({ length: 64 }, (_, i) => String.fromCharCode(33 + ((i * 37) % 90))).join("");
    expect(passwordProblem(long)).toBeNull();
    expect(passwordProblem(long.repeat(3))).not.toBeNull();
  });
});
