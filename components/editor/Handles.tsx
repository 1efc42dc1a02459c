import type { XY } from "@/lib/core/plan-editing/frame";
import { plus, type TurnedBox, turn } from "@/lib/core/plan-editing/geometry";
import { HANDLES, handleAt } from "@/lib/core/plan-editing/resizing";
import { toScreen, type View } from "@/lib/core/plan-editing/view";
import { pathOf } from "@/lib/core/plan-geometry";
import classes from "./Canvas.module.css";

const SIZE = 9;
/** How far the handle that turns stands off the box, px. */
const STEM = 26;
const LEAST_PX = 24;

const CURSORS = ["ns-resize", "nesw-resize", "ew-resize", "nwse-resize"] as const;

/** The cursor of a handle: the way it goes, turned with the box. */
function cursorOf(u: number, v: number, angle: number): string {
  const way = (Math.atan2(v, u) * 180) / Math.PI + 90 + angle;
  return CURSORS[((Math.round(way / 45) % 4) + 4) % 4] ?? "move";
}

/** Eight handles for the size and one to turn. */
export function BoxHandles({ box, view }: { box: TurnedBox; view: View }) {
  const [width, height] = [box.width * view.scale, box.height * view.scale];
  const bottom = toScreen(view, handleAt(box, { u: 0, v: 1 }));
  const stem = plus(bottom, turn([0, STEM], [0, 0], box.angle));
  const isTight = (u: number, v: number) => (u === 0 && width < LEAST_PX) || (v === 0 && height < LEAST_PX);
  return (
    <>
      <path className={classes.stem} d={pathOf([bottom, stem], false)} />
      <circle className={classes.handle} cx={stem[0]} cy={stem[1]} r={5} data-turn style={{ cursor: "grab" }} />
      {HANDLES.filter(({ u, v }) => !isTight(u, v)).map(({ u, v }) => {
        const [x, y] = toScreen(view, handleAt(box, { u, v }));
        return (
          <rect
            key={`${u}${v}`}
            className={classes.handle}
            x={x - SIZE / 2}
            y={y - SIZE / 2}
            width={SIZE}
            height={SIZE}
            rx={2}
            transform={`rotate(${box.angle} ${x} ${y})`}
            data-handle={`${u},${v}`}
            style={{ cursor: cursorOf(u, v, box.angle) }}
          />
        );
      })}
    </>
  );
}

interface CornerHandlesProps {
  readonly points: readonly XY[];
  /** Where a corner can be added. */
  readonly middles: readonly XY[];
  readonly chosen: number | null;
  readonly closed: boolean;
}

/** A handle for each corner, and a small one between two of them that makes another. */
export function CornerHandles({ points, middles, chosen, closed }: CornerHandlesProps) {
  return (
    <>
      <path className={classes.frame} d={pathOf(points, closed)} />
      {middles.map(([x, y], index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: an edge has no other name
          key={`edge ${index}`}
          className={classes.edge}
          cx={x}
          cy={y}
          r={4}
          data-edge={index}
        />
      ))}
      {points.map(([x, y], index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner has no other name
          key={`corner ${index}`}
          className={classes.handle}
          cx={x}
          cy={y}
          r={6}
          data-corner={index}
          data-chosen={index === chosen || undefined}
        />
      ))}
    </>
  );
}
