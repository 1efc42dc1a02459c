import { AssistiveDndState, type DndState } from "@headless-tree/core";
import type { Forest } from "./space-forest";
import { plural } from "./space-words";

/** What a screen reader hears while spaces are moved with the keyboard. */
export const dragWords =
  (forest: Forest) =>
  <T>(dnd: DndState<T> | null | undefined, state: AssistiveDndState): string => {
    const target = dnd?.dragTarget ? forest.byId.get(dnd.dragTarget.item.getId())?.name : undefined;
    const what = plural(dnd?.draggedItems?.length ?? 0, "space");
    switch (state) {
      case AssistiveDndState.Started:
      case AssistiveDndState.Dragging:
        return `Moving ${what}. ${target ? `To ${target}.` : ""} Arrow keys choose the place, Enter moves, Escape stops.`;
      case AssistiveDndState.Completed:
        return "Moved.";
      case AssistiveDndState.Aborted:
        return "Not moved.";
      default:
        return "Enter shows details, F2 renames, N adds inside, Delete archives, Control Shift D moves.";
    }
  };
