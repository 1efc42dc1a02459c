import { Refusal } from "../refusal.ts";
import { isInherited, referencesIn } from "./harmless.ts";
import type { SafeNode } from "./safe-tree.ts";

/** Elements a browser would have to draw, copies and patterns counted as often as they appear. */
const HEAVIEST = 200_000;

/** Throws `Refusal` when a few lines make a browser draw without end: copies of copies, patterns of patterns, circles. */
export function weigh(root: SafeNode): void {
  const byId = new Map<string, SafeNode>();
  collect(root, byId);
  const weights = new Map<SafeNode, number>();
  const open = new Set<SafeNode>();

  const weightOf = (node: SafeNode): number => {
    const known = weights.get(node);
    if (known !== undefined) return known;
    if (open.has(node)) throw new Refusal("This SVG repeats a part inside itself.");
    open.add(node);
    let base = 1 + targetWeight(node.target);
    for (const child of node.children) if (typeof child !== "string") base += weightOf(child);
    let factor = 1;
    let extra = 0;
    for (const [property, value] of node.styles) {
      const weight = referencesIn(value).reduce((sum, id) => sum + targetWeight(id), 0);
      if (isInherited(property)) factor += weight;
      else extra += weight;
    }
    const weight = base * factor + extra;
    if (weight > HEAVIEST) throw new Refusal("This SVG repeats its parts too often to be shown.");
    open.delete(node);
    weights.set(node, weight);
    return weight;
  };
  const targetWeight = (id: string | null): number => {
    const target = id === null ? undefined : byId.get(id);
    return target ? weightOf(target) : 0;
  };
  weightOf(root);
}

function collect(node: SafeNode, byId: Map<string, SafeNode>) {
  if (node.id !== null && !byId.has(node.id)) byId.set(node.id, node);
  for (const child of node.children) if (typeof child !== "string") collect(child, byId);
}
