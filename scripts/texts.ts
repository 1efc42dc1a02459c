import { readFileSync, writeFileSync } from "node:fs";
import { textsInSource } from "../lib/catalogues/texts-in-source";

/**
 * `node --import tsx scripts/texts.ts [part of a path]` prints what is not translated yet, one JSON string a line.
 * `… texts.ts --tidy` drops what nobody says, and sorts.
 */
const LANGUAGES = ["de", "fr", "es", "ja"];
type Words = Record<string, string>;

const fileOf = (language: string) => `lib/catalogues/${language}.json`;
const read = (language: string) => JSON.parse(readFileSync(fileOf(language), "utf8")) as Words;
const said = await textsInSource();

function tidy(language: string): void {
  const kept = Object.entries(read(language))
    .filter(([text, words]) => said.has(text) && words !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(fileOf(language), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

function printMissing(part: string): void {
  const known = LANGUAGES.map(read);
  for (const [text, file] of said) {
    if (file.includes(part) && known.some((words) => !words[text])) process.stdout.write(`${JSON.stringify(text)}\n`);
  }
}

const [argument = ""] = process.argv.slice(2);
if (argument === "--tidy") for (const language of LANGUAGES) tidy(language);
else printMissing(argument);
