import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

const ENTRIES = ["app/**/{page,layout,template,loading,not-found,default}.tsx"];
const ENDINGS = ["", ".ts", ".tsx", "/index.ts"];
const ASKS = /\buse(Text|Locale|Rich|Preferences)\(/;

/** Files that ask for the reader's words with a hook and are run on the server, as "page → … → file": there is no hook there. */
export function askedOnTheServer(): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(file, "utf8");
    if (/^"use client";/m.test(code)) return;
    if (ASKS.test(code)) found.push([...way, file].join(" → "));
    for (const next of importsOf(file, code)) visit(next, [...way, file]);
  };
  for (const file of globSync(ENTRIES).sort()) visit(file, []);
  return found;
}

/** Components and helpers of our own that a file takes in; types come without their file. */
function importsOf(file: string, code: string): string[] {
  const names = [...code.matchAll(/^import (?!type )[^;]*?from "([./@][^"]*)";/gms)].map(([, name = ""]) => name);
  return names.flatMap((name) => {
    const base = name.startsWith("@/") ? name.slice(2) : path.join(path.dirname(file), name);
    const target = ENDINGS.map((ending) => `${base}${ending}`).find((one) => /\.tsx?$/.test(one) && existsSync(one));
    return target === undefined ? [] : [target];
  });
}
