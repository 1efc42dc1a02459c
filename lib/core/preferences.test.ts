import { expect, test } from "vitest";
import { preferencesFrom } from "./preferences";

const none = () => undefined;

test.each([
  [null, "en"],
  ["", "en"],
  ["de-CH,de;q=0.9,en;q=0.8", "de"],
  ["pt-BR, fr;q=0.5, en;q=0.7", "en"],
  ["en;q=0.2, ja", "ja"],
  ["es;q=0, fr;q=0.1", "fr"],
  ["*", "en"],
  [";;q=,,q=1", "en"],
  [`${"x,".repeat(100_000)}de`, "en"],
])("who asks for %j reads %s", (header, language) => {
  expect(preferencesFrom(none, header).language).toBe(language);
});

test("what was chosen counts more than what the browser asks for; what is no choice counts nothing", () => {
  const chosen = { language: "ja", temperature: "fahrenheit", palette: "contrast" };
  expect(preferencesFrom((name) => chosen[name], "de")).toEqual(chosen);
  expect(preferencesFrom(() => "<script>", "de")).toEqual({ language: "de", temperature: "celsius", palette: "safe" });
});
