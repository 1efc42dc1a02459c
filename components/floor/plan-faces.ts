import { planPattern } from "@/components/plan/plan-pattern";
import type { PlanShapeProps } from "@/components/plan/plan-shape-props";
import { STATE_ICON } from "@/components/state/state-icon";
import { statePaint } from "@/components/state/state-paint";
import { STATE_WORD } from "@/components/state/state-words";
import { cardWords } from "./card-words";
import type { SpaceFace } from "./space-face";

/** A space as a plan draws it: the same paint, icon and words as its card. */
function planFace(face: SpaceFace): PlanShapeProps {
  const { space, state, lastState, uncertain, selected, dimmed } = face;
  const paint = statePaint(state, lastState, uncertain);
  const { headline, detail, sentence, trouble } = cardWords(face);
  return {
    fill: paint.fill,
    stroke: paint.stroke,
    ink: paint.text,
    pattern: planPattern(paint.pattern),
    edge: paint.borderStyle,
    edgeWidth: state === "over" ? 4 : 1.5,
    icon: STATE_ICON[state],
    name: space.name,
    ...shortWords(face, headline, detail),
    sentence,
    severity: trouble?.severity,
    state,
    selected,
    dimmed,
  };
}

/** A plan has less room than a card: of a free room the seats are worth more than since when. */
function shortWords({ state, space: { capacity } }: SpaceFace, value: string, detail: string) {
  if (state === "unmonitored") return { value: STATE_WORD.unmonitored, detail: "" };
  if (state === "free" && capacity !== null) return { value, detail: capacity === 1 ? "1 seat" : `${capacity} seats` };
  return { value, detail };
}

function isSame(a: SpaceFace, b: SpaceFace): boolean {
  return (Object.keys(a) as (keyof SpaceFace)[]).every((key) => a[key] === b[key]);
}

/** Remembers how each space was drawn: what has not changed is not put into words again. */
export function planFaces(): (face: SpaceFace) => PlanShapeProps {
  const known = new Map<string, { face: SpaceFace; drawn: PlanShapeProps }>();
  return (face) => {
    const old = known.get(face.space.id);
    if (old && isSame(old.face, face)) return old.drawn;
    const drawn = planFace(face);
    known.set(face.space.id, { face, drawn });
    return drawn;
  };
}
