import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "../..");
const HOOK = /\buse(Text|Locale|Preferences|State|Effect|Context|Memo|Ref|Query)\(/;
const IMPORT = /(?:from|import\()\s*"([^"]+)"/g;
const ENDINGS = ["", ".ts", ".tsx"];

function fileOf(from: string, specifier: string): string | null {
  const base = specifier.startsWith("@/")
    ? path.join(ROOT, specifier.slice(2))
    : specifier.startsWith(".")
      ? path.join(path.dirname(from), specifier)
      : null;
  if (base === null) return null;
  return ENDINGS.map((end) => base + end).find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
}

/** Components that the server draws itself: what pages import, up to the first "use client". */
function drawnOnServer(): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  const visit = (file: string) => {
    if (sources.has(file) || !/\.tsx?$/.test(file)) return;
    const source = readFileSync(file, "utf8");
    if (/^"use client"/m.test(source)) return;
    sources.set(file, source);
    for (const [, specifier = ""] of source.matchAll(IMPORT)) {
      const imported = fileOf(file, specifier);
      if (imported) visit(imported);
    }
  };
  for (const file of readdirSync(path.join(ROOT, "app"), { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".tsx")) visit(path.join(ROOT, "app", file));
  }
  return sources;
}

test("what the server draws calls no hook of the browser: it would fail only when it is built and asked for", () => {
  const wrong = [...drawnOnServer()]
    .filter(([file, source]) => file.endsWith(".tsx") && HOOK.test(source))
    .map(([file]) => path.relative(ROOT, file));
  expect(wrong).toEqual([]);
});
