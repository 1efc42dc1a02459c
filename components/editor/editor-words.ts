import type { SaveState } from "@/lib/client/plan-saver";
import type { Shape } from "@/lib/core/floor-plan";
import { type Doing, KIND_WORDS, type KnownSpace, shapeName, type Tool } from "@/lib/core/plan-editing/editor-state";

const clock = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(at);

/** "Saved 10:41 · live plan unchanged". */
export function saveWords(state: SaveState, isChanged: boolean, timeZone: string): string {
  switch (state.kind) {
    case "saved":
      if (!isChanged) return "No changes · same as the live plan";
      return `${state.at === null ? "Saved" : `Saved ${clock(state.at, timeZone)}`} · live plan unchanged`;
    case "unsaved":
    case "saving":
      return "Saving · live plan unchanged";
    case "failed":
      return state.retries ? `Not saved, trying again. ${state.message}` : `Not saved. ${state.message}`;
    case "conflict":
      return `Not saved. ${state.theirs.savedBy ?? "Somebody"} changed this plan.`;
  }
}

/** "10:44", in the site's time. */
export const timeWords = (iso: string | null, timeZone: string): string =>
  iso === null ? "a moment ago" : `at ${clock(Date.parse(iso), timeZone)}`;

/** How many people, from what will be published. */
function capacityOf(shape: Shape, spaces: ReadonlyMap<string, KnownSpace>): number | null {
  const edited = shape.edit?.capacity;
  if (edited !== undefined) return edited;
  return (shape.spaceId === null ? undefined : spaces.get(shape.spaceId))?.effectiveCapacity ?? null;
}

/** "8 seats"; empty for what is not said or goes without saying. */
export function detailWords(shape: Shape, spaces: ReadonlyMap<string, KnownSpace>): string {
  if (shape.kind !== "room" && shape.kind !== "zone") return "";
  const capacity = capacityOf(shape, spaces);
  if (capacity === null) return "";
  return `${capacity} ${capacity === 1 ? "seat" : "seats"}`;
}

/** For those who listen: "Spruce, room, locked". */
export const spokenShape = (shape: Shape, spaces: ReadonlyMap<string, KnownSpace>): string =>
  [shapeName(shape, spaces), KIND_WORDS[shape.kind].toLowerCase(), shape.locked ? "locked" : ""]
    .filter(Boolean)
    .join(", ");

const ALIGN_STEPS = [
  "Click a point of the drawing that you can find on the plan, a corner for example.",
  "Click a second point of the drawing, far from the first.",
  "Click where the first point belongs.",
  "Click where the second point belongs.",
] as const;

/** What to do next while something takes several clicks; null when nothing does. */
export function nextStep(tool: Tool, doing: Doing | null): string | null {
  if (tool === "align") return ALIGN_STEPS[doing?.kind === "align" ? doing.points.length : 0] ?? null;
  if (doing?.kind !== "path") return null;
  const word = doing.makes === "wall" ? "the wall" : "the room";
  return `Click the next corner. Enter ends ${word}, Backspace takes a corner back, Esc gives up.`;
}
