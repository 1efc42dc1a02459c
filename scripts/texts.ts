import { globSync, readFileSync, writeFileSync } from "node:fs";
import { textsInSource } from "../lib/catalogues/texts-in-source";

/**
 * `node --import tsx scripts/texts.ts [part of a path]` prints what is not translated yet, one JSON string a line.
 * `… texts.ts --tidy` drops what nobody says, says a text once, and sorts.
 */
const LANGUAGES = ["de", "fr", "es", "ja"];
type Words = Record<string, string>;

const filesOf = (language: string) => globSync(`lib/catalogues/${language}/*.json`).sort();
const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Words;
const said = await textsInSource();

function tidy(language: string): void {
  const seen = new Set<string>();
  for (const file of filesOf(language)) {
    const kept = Object.entries(read(file))
      .filter(([text, words]) => said.has(text) && words !== "" && !seen.has(text))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [text] of kept) seen.add(text);
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  }
}

function printMissing(part: string): void {
  const known = LANGUAGES.map((language) => Object.assign({}, ...filesOf(language).map(read)) as Words);
  for (const [text, file] of said) {
    if (file.includes(part) && known.some((words) => !words[text])) process.stdout.write(`${JSON.stringify(text)}\n`);
  }
}

const [argument = ""] = process.argv.slice(2);
if (argument === "--tidy") for (const language of LANGUAGES) tidy(language);
else printMissing(argument);
