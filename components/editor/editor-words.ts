import type { SaveState } from "@/lib/client/plan-saver";
import type { Shape } from "@/lib/core/floor-plan";
import { intlLocale } from "@/lib/core/locale";
import { type Doing, KIND_WORDS, type KnownSpace, shapeName, type Tool } from "@/lib/core/plan-editing/editor-state";
import { type Text, text } from "@/lib/core/text";

const clock = (at: number, timeZone: string, t: Text) =>
  new Intl.DateTimeFormat(intlLocale(t.locale), { hour: "2-digit", minute: "2-digit", timeZone }).format(at);

/** "Saved 10:41 · live plan unchanged". */
export function saveWords(state: SaveState, isChanged: boolean, timeZone: string, t: Text): string {
  switch (state.kind) {
    case "saved":
      if (!isChanged) return t("No changes · same as the live plan");
      return state.at === null
        ? t("Saved · live plan unchanged")
        : t("Saved {time} · live plan unchanged", { time: clock(state.at, timeZone, t) });
    case "unsaved":
    case "saving":
      return t("Saving · live plan unchanged");
    case "failed":
      return `${state.retries ? t("Not saved, trying again.") : t("Not saved.")} ${state.message}`;
    case "conflict":
      return t("Not saved. {who} changed this plan.", { who: state.theirs.savedBy ?? t("Somebody") });
  }
}

/** "10:44", in the site's time. */
export const timeWords = (iso: string | null, timeZone: string, t: Text): string =>
  iso === null ? t("a moment ago") : t("at {time}", { time: clock(Date.parse(iso), timeZone, t) });

/** How many people, from what will be published. */
function capacityOf(shape: Shape, spaces: ReadonlyMap<string, KnownSpace>): number | null {
  const edited = shape.edit?.capacity;
  if (edited !== undefined) return edited;
  return (shape.spaceId === null ? undefined : spaces.get(shape.spaceId))?.effectiveCapacity ?? null;
}

/** "8 seats"; empty for what is not said or goes without saying. */
export function detailWords(shape: Shape, spaces: ReadonlyMap<string, KnownSpace>, t: Text): string {
  if (shape.kind !== "room" && shape.kind !== "zone") return "";
  const capacity = capacityOf(shape, spaces);
  if (capacity === null) return "";
  return t("{count, plural, one {# seat} other {# seats}}", { count: capacity });
}

/** For those who listen: "Spruce, room, locked". */
export const spokenShape = (shape: Shape, spaces: ReadonlyMap<string, KnownSpace>, t: Text): string =>
  [shapeName(shape, spaces, t), t(KIND_WORDS[shape.kind]).toLowerCase(), shape.locked ? t("locked") : ""]
    .filter(Boolean)
    .join(", ");

const ALIGN_STEPS = [
  text("Click a point of the drawing that you can find on the plan, a corner for example."),
  text("Click a second point of the drawing, far from the first."),
  text("Click where the first point belongs."),
  text("Click where the second point belongs."),
] as const;

/** What to do next while something takes several clicks; null when nothing does. */
export function nextStep(tool: Tool, doing: Doing | null, t: Text): string | null {
  if (tool === "align") {
    const step = ALIGN_STEPS[doing?.kind === "align" ? doing.points.length : 0];
    return step ? t(step) : null;
  }
  if (doing?.kind !== "path") return null;
  return doing.makes === "wall"
    ? t("Click the next corner. Enter ends the wall, Backspace takes a corner back, Esc gives up.")
    : t("Click the next corner. Enter ends the room, Backspace takes a corner back, Esc gives up.");
}
