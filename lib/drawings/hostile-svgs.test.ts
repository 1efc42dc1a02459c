import { expect, test } from "vitest";
import { makeShown } from "./make-shown.ts";
import { CANARY, CANARY_HOST, HOSTILE_SVGS } from "./testing/hostile-svgs.ts";

const read = (text: string) =>
  makeShown({ bytes: new TextEncoder().encode(text), page: 1, pdfAssetsDir: "node_modules/pdfjs-dist" });

/** The only ones that may be in what we write. */
const WRITTEN =
  /^(svg|g|defs|symbol|use|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|linearGradient|radialGradient|stop|clipPath|mask|pattern|image)$/;

test("there are enough tricks", () => expect(HOSTILE_SVGS.length).toBeGreaterThan(100));

test.each(HOSTILE_SVGS.map((hostile) => [hostile.name, hostile] as const))("%s", async (_, { text, ends }) => {
  const answer = await read(text);
  if (ends !== "any") expect(answer.kind).toBe(ends);
  if (answer.kind === "refused") return expect(answer.message).toMatch(/^[A-Z].{10,160}\.$/);
  const written = new TextDecoder().decode(answer.shown.bytes);
  const markup = written.replace(/>[^<]*</g, "><"); // what stands between elements is text
  for (const [, element = ""] of markup.matchAll(/<\/?([^\s/>]+)/g)) expect(element).toMatch(WRITTEN);
  for (const [, name = ""] of markup.matchAll(/\s([\w:-]+)="/g)) expect(name).not.toMatch(/^on|^xml:|base|src/i);
  for (const [, href = ""] of markup.matchAll(/href="([^"]*)"/g))
    expect(href).toMatch(/^#|^data:image\/(png|jpeg);base64,/);
  expect(markup).not.toMatch(new RegExp(`${CANARY}|${CANARY_HOST}|javascript|@import|url\\((?!#)|\\\\`, "i"));
});
