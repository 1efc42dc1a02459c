import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import ts from "typescript";

/** Functions that say a text: their first argument, or each branch of it, is one. */
const SAYS = new Set(["t", "text"]);

/** Every text the interface says, from the sources: the literal arguments of `t("…")`. Throws where one is no literal. */
export async function textsInSource(): Promise<Set<string>> {
  const texts = new Set<string>();
  const files = globSync(["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/{core,client}/**/*.ts"]).filter(
    (file) => !/\.test\.tsx?$/.test(file),
  );
  for (const file of files) {
    const source = ts.createSourceFile(
      file,
      await readFile(file, "utf8"),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && SAYS.has(node.expression.text)) {
        const [first] = node.arguments;
        if (first) for (const text of literals(first)) texts.add(text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return texts;
}

/** `"a"`, `isMany ? "a" : "b"`. Texts kept in tables are written `text("…")` there: see `text` in lib/core/text.ts. */
function literals(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  return [];
}

/** What a catalogue lacks, and of what it has that which is still said. */
export async function untranslated(catalogue: Readonly<Record<string, string>>) {
  const said = await textsInSource();
  return {
    missing: [...said].filter((text) => !catalogue[text]),
    kept: Object.entries(catalogue).filter(([text, words]) => said.has(text) && words !== ""),
  };
}
