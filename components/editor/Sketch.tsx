import { deskBoxes } from "@/lib/core/plan-editing/desk-grid";
import type { Doing } from "@/lib/core/plan-editing/editor-state";
import { type Frame, frameOf, lengthWords, type XY } from "@/lib/core/plan-editing/frame";
import { between, boundsOf, boxBetween, cornersOf, distance } from "@/lib/core/plan-editing/geometry";
import { toScreen, type View } from "@/lib/core/plan-editing/view";
import { pathOf } from "@/lib/core/plan-geometry";
import { textWidth } from "@/lib/core/plan-label";
import classes from "./Canvas.module.css";
import { useEditor, usePlan } from "./editor-store";

interface ChipProps {
  readonly at: XY;
  readonly words: string;
  /** Centred on the point, or beginning at it. */
  readonly side?: "centre" | "right";
}

/** A length in a small plate, px. */
export function Chip({ at: [x, y], words, side = "centre" }: ChipProps) {
  const width = Math.round(textWidth(words, 12, true)) + 16;
  const left = side === "centre" ? x - width / 2 : x;
  return (
    <g className={classes.chip}>
      <rect x={left} y={y - 10} width={width} height={20} rx={5} />
      <text x={left + width / 2} y={y}>
        {words}
      </text>
    </g>
  );
}

/** What is being drawn or measured. */
export function Sketch() {
  const doing = useEditor((state) => state.doing);
  const measured = useEditor((state) => state.measured);
  const view = useEditor((state) => state.view);
  const frame = frameOf(usePlan());
  return (
    <>
      {measured ? <MeasuredLine from={measured[0]} to={measured[1]} frame={frame} view={view} /> : null}
      {doing ? <Drawn doing={doing} frame={frame} view={view} /> : null}
    </>
  );
}

interface DrawnProps {
  readonly doing: Doing;
  readonly frame: Frame;
  readonly view: View;
}

function Drawn({ doing, frame, view }: DrawnProps) {
  const onScreen = (points: readonly XY[]) => points.map((point) => toScreen(view, point));
  switch (doing.kind) {
    case "marquee": {
      const corners = onScreen(cornersOf(boxBetween(doing.from, doing.to)));
      return <path className={classes.marquee} d={pathOf(corners, true)} />;
    }
    case "box":
      return <DrawnBox from={doing.from} to={doing.to} isGrid={doing.makes === "desks"} frame={frame} view={view} />;
    case "line":
      return <MeasuredLine from={doing.from} to={doing.to} frame={frame} view={view} />;
    case "path": {
      const last = doing.points.at(-1);
      return (
        <>
          <path className={classes.sketch} d={pathOf(onScreen([...doing.points, doing.to]), false)} />
          {onScreen(doing.points).map(([x, y], index) => (
            <circle key={`${x} ${y}`} className={classes.handle} cx={x} cy={y} r={index === 0 ? 6 : 4} />
          ))}
          {last && distance(last, doing.to) > 1 ? (
            <Chip at={middleOf(view, last, doing.to)} words={lengthWords(frame, distance(last, doing.to))} />
          ) : null}
        </>
      );
    }
    case "align":
      return <AlignMarks points={onScreen(doing.points)} to={toScreen(view, doing.to)} />;
    default:
      return null;
  }
}

const middleOf = (view: View, a: XY, b: XY): XY => {
  const [x, y] = toScreen(view, between(a, b));
  return [x, y - 16];
};

interface LineProps {
  readonly from: XY;
  readonly to: XY;
  readonly frame: Frame;
  readonly view: View;
}

function MeasuredLine({ from, to, frame, view }: LineProps) {
  const ends = [toScreen(view, from), toScreen(view, to)];
  return (
    <>
      <path className={classes.sketch} d={pathOf(ends, false)} />
      {ends.map(([x, y], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two ends, always in this order
        <circle key={index} className={classes.handle} cx={x} cy={y} r={3.5} />
      ))}
      <Chip at={middleOf(view, from, to)} words={lengthWords(frame, distance(from, to))} />
    </>
  );
}

function DrawnBox({ from, to, isGrid, frame, view }: LineProps & { readonly isGrid: boolean }) {
  const grid = useEditor((state) => state.deskGrid);
  const box = boxBetween(from, to);
  const screen = boundsOf(cornersOf(box).map((corner) => toScreen(view, corner)));
  const desks = isGrid ? deskBoxes(box, grid) : [];
  return (
    <>
      <path className={classes.sketch} data-filled d={pathOf(cornersOf(screen), true)} />
      {desks.map((desk) => {
        const corners = cornersOf(desk).map((corner) => toScreen(view, corner));
        return <path key={`${desk.x} ${desk.y}`} className={classes.sketch} d={pathOf(corners, true)} />;
      })}
      {box.width > 0 ? (
        <Chip at={[screen.x + screen.width / 2, screen.y - 16]} words={lengthWords(frame, box.width)} />
      ) : null}
      {box.height > 0 ? (
        <Chip
          at={[screen.x + screen.width + 10, screen.y + screen.height / 2]}
          words={lengthWords(frame, box.height)}
          side="right"
        />
      ) : null}
    </>
  );
}

const MARKS = ["1", "2", "1", "2"] as const;

/** Points of the drawing (open) and where they belong (filled). */
function AlignMarks({ points, to }: { points: readonly XY[]; to: XY }) {
  const [a, b, c] = points;
  const pairs = [a && c ? [a, c] : null, points.length === 3 && b ? [b, to] : null];
  return (
    <>
      {pairs.map((pair) =>
        pair ? <path key={pair.join()} className={classes.sketch} d={pathOf(pair, false)} /> : null,
      )}
      {points.map(([x, y], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the points are clicked in this order
        <g key={index} className={classes.mark} data-target={index > 1 || undefined}>
          <circle cx={x} cy={y} r={9} />
          <text x={x} y={y}>
            {MARKS[index]}
          </text>
        </g>
      ))}
    </>
  );
}
