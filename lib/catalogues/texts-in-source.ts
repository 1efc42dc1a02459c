import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import ts from "typescript";

/** Functions that say a text: their first argument, or each branch of it, is one. */
const SAYS = new Set(["t", "text", "say", "rich", "english"]);
const SOURCES = ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.ts"];
const isSource = (file: string) => !/\.test\.tsx?$|^lib\/(db\/generated|testing|catalogues)\//.test(file);

/** Every text the interface says, from the sources, with the first file that says it. */
export async function textsInSource(): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of globSync(SOURCES).filter(isSource).sort()) {
    const code = await readFile(file, "utf8");
    if (!/\b(t|text|say|rich|english|AppError)\(/.test(code)) continue;
    for (const text of textsIn(file, code)) if (!texts.has(text)) texts.set(text, file);
  }
  return texts;
}

function textsIn(file: string, code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && SAYS.has(nameOf(node.expression))) {
      const [first] = node.arguments;
      if (first) found.push(...literals(first));
    }
    if (ts.isNewExpression(node) && node.expression.getText() === "AppError") {
      const message = node.arguments?.[1]; // what the server says no with is shown by `t(error.message)`
      if (message) found.push(...literals(message));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kindOf(file)));
  return found;
}

/** `<T>(…) =>` opens an element in tsx, and a generic function in ts. */
const kindOf = (file: string) => (file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** `t` of `t("…")` and of `says.t("…")`; of anything else that is called on something, nothing. */
function nameOf(called: ts.Expression): string {
  if (ts.isPropertyAccessExpression(called)) return called.name.text === "t" ? "t" : "";
  return ts.isIdentifier(called) ? called.text : "";
}

/** `"a"`, `isMany ? "a" : "b"`, `known ?? "a"`. Texts kept in tables are written `text("…")` there. */
function literals(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return node.text === "" ? [] : [node.text];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  if (ts.isBinaryExpression(node)) return [...literals(node.left), ...literals(node.right)];
  return [];
}
