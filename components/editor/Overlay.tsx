import {
  isFree,
  type KIND_WORDS,
  onlySelected,
  planOf,
  selectedShapes,
  selectionBox,
} from "@/lib/core/plan-editing/editor-state";
import { frameOf, lengthWords, pointsOf, type XY } from "@/lib/core/plan-editing/frame";
import { boundsOf, turnedCorners } from "@/lib/core/plan-editing/geometry";
import { edgeMiddles } from "@/lib/core/plan-editing/select-tool";
import { toScreen } from "@/lib/core/plan-editing/view";
import { pathOf } from "@/lib/core/plan-geometry";
import classes from "./Canvas.module.css";
import { useEditor } from "./editor-store";
import { BoxHandles, CornerHandles } from "./Handles";
import { Chip, Sketch } from "./Sketch";

/** What lies over the plan while it is worked on: selection, handles, guides, and what is being drawn. Sizes are px. */
export function Overlay({ canEdit }: { canEdit: boolean }) {
  return (
    <g aria-hidden>
      <Guides />
      <Selection canEdit={canEdit} />
      <Sketch />
    </g>
  );
}

function Guides() {
  const guides = useEditor((state) => state.guides);
  const view = useEditor((state) => state.view);
  return guides.map(({ axis, at, from, to }) => {
    const [a, b]: [XY, XY] =
      axis === "x"
        ? [
            [at, from],
            [at, to],
          ]
        : [
            [from, at],
            [to, at],
          ];
    const [[x1, y1], [x2, y2]] = [toScreen(view, a), toScreen(view, b)];
    return <line key={`${axis}${at}`} className={classes.guide} x1={x1} y1={y1} x2={x2} y2={y2} />;
  });
}

function Selection({ canEdit }: { canEdit: boolean }) {
  const { history, selection, view, layers, editsCorners, corner, doing, tool } = useEditor((state) => state);
  const shapes = selectedShapes({ history, selection });
  if (shapes.length === 0) return null;
  const frame = frameOf(planOf({ history }));
  const onScreen = (points: readonly XY[]) => points.map((point) => toScreen(view, point));
  const box = selectionBox({ history, selection });
  const only = onlySelected({ history, selection });
  const isChangeable = canEdit && tool !== "pan" && shapes.some((shape) => isFree({ layers }, shape));
  const ends = only && (only.kind === "wall" || only.kind === "door");
  const byCorners = only !== null && only.kind !== "text" && (editsCorners || ends === true);
  const showsSize = box && shapes.length === 1 && only && !(doing?.kind === "turn");
  return (
    <>
      {shapes.length > 1 || !box
        ? shapes.map((shape) => (
            <path
              key={shape.id}
              className={classes.chosen}
              d={pathOf(outlineOf(onScreen(pointsOf(frame, shape)), shape.kind), shape.kind !== "wall")}
            />
          ))
        : null}
      {box && !byCorners ? <path className={classes.frame} d={pathOf(onScreen(turnedCorners(box)), true)} /> : null}
      {box && isChangeable && !byCorners ? <BoxHandles box={box} view={view} /> : null}
      {only && isChangeable && byCorners ? (
        <CornerHandles
          points={onScreen(pointsOf(frame, only))}
          middles={
            only.kind === "door" ? [] : onScreen(edgeMiddles(pointsOf(frame, only)).slice(0, ends ? -1 : undefined))
          }
          chosen={corner}
          closed={!ends}
        />
      ) : null}
      {showsSize ? (
        <Sizes
          corners={onScreen(turnedCorners(box))}
          width={lengthWords(frame, box.width)}
          height={lengthWords(frame, box.height)}
        />
      ) : null}
    </>
  );
}

/** A text has one point: it is outlined by a mark. */
const outlineOf = (points: readonly XY[], kind: keyof typeof KIND_WORDS): readonly XY[] => {
  const [first] = points;
  if (kind !== "text" || !first) return points;
  const [x, y] = first;
  return [
    [x - 4, y - 4],
    [x + 4, y - 4],
    [x + 4, y + 4],
    [x - 4, y + 4],
  ];
};

/** The live size, above and to the right of what is selected. */
function Sizes({ corners, width, height }: { corners: readonly XY[]; width: string; height: string }) {
  const box = boundsOf(corners);
  return (
    <>
      <Chip at={[box.x + box.width / 2, box.y - 22]} words={width} />
      <Chip at={[box.x + box.width + 14, box.y + box.height / 2]} words={height} side="right" />
    </>
  );
}
