import { memo } from "react";
import type { Shape } from "@/lib/core/floor-plan";
import { frameOf, pointsOf } from "@/lib/core/plan-editing/frame";
import { doorPath, pathOf } from "@/lib/core/plan-geometry";
import classes from "./Canvas.module.css";
import { labelRoom, pillWidth } from "./shape-label";

interface ShapeViewProps {
  readonly shape: Shape;
  /** Width ÷ height of the frame. */
  readonly aspect: number;
  readonly name: string;
  readonly detail: string;
  /** For those who listen. */
  readonly spoken: string;
  /** How many lines of the label fit. */
  readonly lines: 0 | 1 | 2;
  /** Where the pill of a zone stands, units. */
  readonly pillX: number | undefined;
  readonly pillY: number | undefined;
  readonly isSelected: boolean;
}

/** One shape of the plan. Drawn again only when it, its name or its selection changes. */
export const ShapeView = memo(function ShapeView(props: ShapeViewProps) {
  const { shape, spoken, isSelected, lines } = props;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no button */}
      <g
        id={`shape-${shape.id}`}
        className={classes.shape}
        data-shape={shape.id}
        data-kind={shape.kind}
        data-selected={isSelected || undefined}
        data-new={(shape.spaceId === null && shape.edit !== undefined) || undefined}
        role="button"
        tabIndex={-1}
        aria-pressed={isSelected}
        aria-label={spoken}
      >
        <Outline {...props} />
      </g>
      {lines > 0 ? (
        <g className={classes.labels} aria-hidden>
          {shape.kind === "zone" ? <Pill {...props} /> : <Label {...props} />}
        </g>
      ) : null}
    </>
  );
});

function Outline({ shape, aspect, name }: ShapeViewProps) {
  const frame = frameOf({ aspect, widthM: null });
  const points = pointsOf(frame, shape);
  const [first, second] = points;
  switch (shape.kind) {
    case "room":
    case "zone":
    case "desk":
      return <path className={classes.area} d={pathOf(points, true)} />;
    case "wall":
      return (
        <>
          <path className={classes.wall} d={pathOf(points, false)} />
          <path className={classes.grip} d={pathOf(points, false)} />
        </>
      );
    case "door":
      return first && second ? (
        <>
          <path className={classes.door} d={doorPath(first, second)} />
          <path className={classes.grip} d={doorPath(first, second)} />
        </>
      ) : null;
    case "text":
      return first ? (
        <text className={classes.words} x={first[0]} y={first[1]} fontSize={(shape.size ?? 0.02) * frame.height}>
          {name}
        </text>
      ) : null;
  }
}

/** Letters keep their size on screen, however near the plan is: `--k` undoes the zoom. */
function Label({ shape, aspect, name, detail, lines }: ShapeViewProps) {
  const { at } = labelRoom(shape, frameOf({ aspect, widthM: null }), aspect);
  return (
    <g className={classes.label} style={{ transform: `translate(${at[0]}px, ${at[1]}px) scale(var(--k))` }}>
      <text className={classes.name} y={lines === 2 ? -8 : 0}>
        {name}
      </text>
      {lines === 2 ? (
        <text className={classes.detail} y={8}>
          {detail}
        </text>
      ) : null}
    </g>
  );
}

/** A zone is full of desks: its words stand in a pill beside them. */
function Pill({ name, detail, pillX = 0, pillY = 0 }: ShapeViewProps) {
  const count = detail.split(" ")[0] ?? "";
  const width = pillWidth(name, count);
  return (
    <g className={classes.label} style={{ transform: `translate(${pillX}px, ${pillY}px) scale(var(--k))` }}>
      <rect className={classes.pill} x={-width / 2} y={-12} width={width} height={24} rx={6} />
      <text className={classes.pillWords} y={0.5}>
        {name}
        {count ? (
          <>
            <tspan className={classes.pillDash}> – </tspan>
            {count}
          </>
        ) : null}
      </text>
    </g>
  );
}
