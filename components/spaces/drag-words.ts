import { AssistiveDndState, type DndState } from "@headless-tree/core";
import type { Text } from "@/lib/core/text";
import type { Forest } from "./space-forest";

/** What a screen reader hears while spaces are moved with the keyboard. */
export const dragWords =
  (forest: Forest, t: Text) =>
  <T>(dnd: DndState<T> | null | undefined, state: AssistiveDndState): string => {
    const target = dnd?.dragTarget ? forest.byId.get(dnd.dragTarget.item.getId())?.name : undefined;
    const count = dnd?.draggedItems?.length ?? 0;
    switch (state) {
      case AssistiveDndState.Started:
      case AssistiveDndState.Dragging:
        return target
          ? t(
              "Moving {count, plural, one {# space} other {# spaces}}. To {target}. Arrow keys choose the place, Enter moves, Escape stops.",
              { count, target },
            )
          : t(
              "Moving {count, plural, one {# space} other {# spaces}}. Arrow keys choose the place, Enter moves, Escape stops.",
              { count },
            );
      case AssistiveDndState.Completed:
        return t("Moved.");
      case AssistiveDndState.Aborted:
        return t("Not moved.");
      default:
        return t("Enter shows details, F2 renames, N adds inside, Delete archives, Control Shift D moves.");
    }
  };
