import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import ts from "typescript";

/** Attributes that people read or hear. */
const SPOKEN = new Set([
  ...["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "title", "label"],
  ...["placeholder", "description", "error", "nothingFoundMessage", "submit", "action", "verb", "lead", "heading"],
  ...["hint", "caption", "summary", "thumbLabel", "inherited", "asideLabel", "consequence", "removal"],
]);
/** Elements whose text is no language: what machines read, and keys. */
const LITERAL = new Set(["code", "pre", "kbd", "Kbd", "style", "script"]);
const isWord = (text: string) => /\p{L}{2,}/u.test(text);

/** Words that stand in components without `t`, as "file:line: words". The counterpart of texts-in-source.ts. */
export async function unsaidInSource(isKept: (file: string, words: string) => boolean): Promise<string[]> {
  const files = globSync(["app/**/*.tsx", "components/**/*.tsx"]).filter((file) => !file.includes(".test."));
  const found = await Promise.all(
    files.sort().map(async (file) =>
      unsaidIn(file, await readFile(file, "utf8"))
        .filter(({ words }) => !isKept(file, words))
        .map(({ line, words }) => `${file}:${line}: ${words}`),
    ),
  );
  return found.flat();
}

interface Unsaid {
  readonly line: number;
  readonly words: string;
}

function unsaidIn(file: string, code: string): Unsaid[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Unsaid[] = [];
  const take = (node: ts.Node, words: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    if (isWord(words)) found.push({ line: line + 1, words: words.trim().replaceAll(/\s+/g, " ") });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && LITERAL.has(node.openingElement.tagName.getText(source))) return;
    if (ts.isJsxText(node)) take(node, node.text);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText(source)) && node.initializer) {
      for (const [at, words] of literalsOf(node.initializer)) take(at, words);
    }
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression) {
      for (const [at, words] of literalsOf(node.expression)) take(at, words);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What an expression may come out as, as far as it is written there: "a", `a ${b}`, c ? "a" : "b", c ?? "a". */
function literalsOf(node: ts.Node): [ts.Node, string][] {
  if (ts.isJsxExpression(node)) return node.expression ? literalsOf(node.expression) : [];
  if (ts.isStringLiteralLike(node)) return [[node, node.text]];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && !isComparison(node)) return [...literalsOf(node.left), ...literalsOf(node.right)];
  if (!ts.isTemplateExpression(node)) return [];
  return [[node, [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(" ")]];
}

const isComparison = ({ operatorToken }: ts.BinaryExpression) =>
  [
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
  ].includes(operatorToken.kind);
