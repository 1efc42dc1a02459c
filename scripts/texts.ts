import { readFile, writeFile } from "node:fs/promises";
import { untranslated } from "../lib/catalogues/texts-in-source";

/** `node --import tsx scripts/texts.ts`: adds every text without a translation to each catalogue, empty, and drops what nobody says. */
for (const locale of ["de", "fr", "es", "ja"]) {
  const file = `lib/catalogues/${locale}.json`;
  const catalogue = JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
  const { missing, kept } = await untranslated(catalogue);
  const next = [...kept, ...missing.map((text) => [text, ""] as const)].sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(file, `${JSON.stringify(Object.fromEntries(next), null, 2)}\n`);
  process.stdout.write(`${locale}: ${kept.length} said, ${missing.length} missing\n`);
}
