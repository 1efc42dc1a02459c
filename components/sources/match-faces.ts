import { IconCheck, IconInbox } from "@tabler/icons-react";
import { PLAIN_SHAPE, type PlanShapeProps } from "@/components/plan/plan-shape-props";
import type { Source } from "@/lib/core/source";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { Text } from "@/lib/core/text";

/** What a place is to whoever maps: these are no states of rooms, so no state's colour is used. */
export type Match =
  | { readonly kind: "suggested"; readonly confidence: number; readonly isSelected: boolean }
  | { readonly kind: "mapped" }
  | { readonly kind: "free" };

/** What each place of a floor is, by id: the best suggestion for it, else whether something stands there. */
export function matchesOf(
  spaces: readonly TreeSpace[],
  items: readonly Source[],
  selectedId: string,
): ReadonlyMap<string, Match> {
  const best = new Map<string, { confidence: number; isSelected: boolean }>();
  for (const { id, waiting } of items) {
    const suggestion = waiting?.suggestion;
    if (!suggestion) continue;
    const known = best.get(suggestion.space.id);
    best.set(suggestion.space.id, {
      confidence: Math.max(known?.confidence ?? 0, suggestion.confidence),
      isSelected: (known?.isSelected ?? false) || id === selectedId,
    });
  }
  return new Map(
    spaces.map(({ id, sources }): [string, Match] => {
      const suggested = best.get(id);
      if (suggested) return [id, { kind: "suggested", ...suggested }];
      return [id, { kind: sources > 0 ? "mapped" : "free" }];
    }),
  );
}

/** A place as the plan draws it. */
export function matchFace(name: string, match: Match, t: Text): PlanShapeProps {
  switch (match.kind) {
    case "suggested": {
      const value = `${match.confidence}\u2009%`;
      const { confidence } = match;
      const sentence = match.isSelected
        ? t("{name}, suggested {confidence} %, for the chosen source", { name, confidence })
        : t("{name}, suggested {confidence} %", { name, confidence });
      const paint = { fill: "var(--accent-soft)", stroke: "var(--accent)", ink: "var(--accent)" };
      const edge = match.isSelected ? ("solid" as const) : ("dashed" as const);
      return { ...paint, edge, icon: IconInbox, name, value, sentence, selected: match.isSelected, state: "suggested" };
    }
    case "mapped": {
      const paint = { fill: "var(--surface-3)", stroke: "var(--border-strong)", ink: "var(--text)" };
      return {
        ...paint,
        icon: IconCheck,
        name,
        value: t("Mapped"),
        sentence: t("{name}, mapped", { name }),
        state: "mapped",
      };
    }
    case "free":
      return {
        ...PLAIN_SHAPE,
        edge: "dotted",
        name,
        sentence: t("{name}, nothing stands here", { name }),
        state: "free",
      };
  }
}
