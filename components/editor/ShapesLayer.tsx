import { memo, useMemo } from "react";
import { useText } from "@/components/text/TextProvider";
import type { Shape } from "@/lib/core/floor-plan";
import { type LayerName, layerOf, planOf, shapeName } from "@/lib/core/plan-editing/editor-state";
import { frameOf, pointsOf } from "@/lib/core/plan-editing/frame";
import { boundsOf } from "@/lib/core/plan-editing/geometry";
import type { PlanBox } from "@/lib/core/plan-geometry";
import { useEditor } from "./editor-store";
import { detailWords, spokenShape } from "./editor-words";
import { ShapeView } from "./ShapeView";
import { fitsPill, type LabelRoom, labelRoom, linesThatFit, pillAt } from "./shape-label";

/** Labels come and go in steps of a quarter of a doubling, not with every turn of the wheel. */
const STEPS = 4;

const NONE: readonly Shape[] = [];
const ORDER: readonly LayerName[] = ["spaces", "desks", "details"];

/** Every shape, in its layer. */
export const ShapesLayer = memo(function ShapesLayer() {
  const shapes = useEditor((state) => planOf(state).shapes);
  const layers = useEditor((state) => state.layers);
  const grouped = useMemo(() => ORDER.map((layer) => shapes.filter((shape) => layerOf(shape) === layer)), [shapes]);
  return ORDER.map((layer, index) =>
    layers[layer].isShown ? (
      <g
        key={layer}
        opacity={layers[layer].opacity}
        pointerEvents={layers[layer].isLocked ? "none" : undefined}
        data-layer={layer}
      >
        <Shapes shapes={grouped[index] ?? []} desks={layer === "spaces" ? (grouped[1] ?? NONE) : NONE} />
      </g>
    ) : null,
  );
});

function Shapes({ shapes, desks }: { shapes: readonly Shape[]; desks: readonly Shape[] }) {
  const t = useText();
  const aspect = useEditor((state) => planOf(state).aspect);
  const spaces = useEditor((state) => state.spaces);
  const selection = useEditor((state) => state.selection);
  const hasLabels = useEditor((state) => state.layers.labels.isShown);
  const zoom = useEditor((state) => Math.floor(Math.log2(state.view.scale) * STEPS));
  const chosen = useMemo(() => new Set(selection), [selection]);
  const frame = frameOf({ aspect, widthM: null });
  const obstacles = useMemo(() => desks.map((desk) => planBox(desk, aspect)), [desks, aspect]);
  const scale = 2 ** (zoom / STEPS);
  return shapes.map((shape) => {
    const [name, detail] = [shapeName(shape, spaces, t), detailWords(shape, spaces, t)];
    const pill = shape.kind === "zone" ? pillAt(shape, frame, obstacles) : null;
    const isArea = shape.kind === "room" || shape.kind === "zone" || shape.kind === "desk";
    const lines = isArea && hasLabels ? linesOf(shape, labelRoom(shape, frame, aspect), name, detail, scale) : 0;
    return (
      <ShapeView
        key={shape.id}
        shape={shape}
        aspect={aspect}
        name={name}
        detail={detail}
        spoken={spokenShape(shape, spaces, t)}
        lines={lines}
        pillX={pill?.[0]}
        pillY={pill?.[1]}
        isSelected={chosen.has(shape.id)}
      />
    );
  });
}

function linesOf(shape: Shape, room: LabelRoom, name: string, detail: string, scale: number): 0 | 1 | 2 {
  if (shape.kind !== "zone") return linesThatFit(room, name, detail, scale);
  return fitsPill(room, name, detail, scale) ? 1 : 0;
}

function planBox(shape: Shape, aspect: number): PlanBox {
  const { x, y, width, height } = boundsOf(pointsOf(frameOf({ aspect, widthM: null }), shape));
  return { left: x, top: y, width, height };
}
