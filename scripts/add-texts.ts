import { readFileSync, writeFileSync } from "node:fs";
import { valuesOf } from "../lib/catalogues/values-of";

/**
 * `node --import tsx scripts/add-texts.ts <texts> <answers>` takes translations into lib/catalogues.
 * `<texts>` is what scripts/texts.ts printed; `<answers>` has lines "number of the line in <texts> ¦ de ¦ fr ¦ es ¦ ja".
 */
const LANGUAGES = ["de", "fr", "es", "ja"];
const [list = "", answers = ""] = process.argv.slice(2);
const texts = readFileSync(list, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as string);
const got = new Map<string, string[]>();

const complain = (what: string, line: string) => process.stderr.write(`${what}: ${line}\n`);

function takesTheSame(text: string, words: string, language: string): boolean {
  try {
    return valuesOf(text, "en").join() === valuesOf(words, language).join();
  } catch {
    return false;
  }
}

for (const line of readFileSync(answers, "utf8").split("\n").filter(Boolean)) {
  const [number, ...said] = line.split("¦").map((part) => part.trim().replaceAll("\\n", "\n"));
  const text = texts[Number(number) - 1];
  if (!text || said.length !== LANGUAGES.length || said.includes("")) complain("not read", line);
  else if (said.some((words, i) => !takesTheSame(text, words, LANGUAGES[i] ?? ""))) complain("other values", line);
  else if (got.has(text)) complain("twice", line);
  else got.set(text, said);
}
for (const [i, text] of texts.entries()) if (!got.has(text)) complain("no answer", `${i + 1} ${text}`);
for (const [i, language] of LANGUAGES.entries()) {
  const file = `lib/catalogues/${language}.json`;
  const all = { ...(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) };
  for (const [text, said] of got) all[text] = said[i] ?? "";
  const sorted = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}
process.stdout.write(`${got.size} of ${texts.length} taken\n`);
