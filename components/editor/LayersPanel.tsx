import { ActionIcon, Slider } from "@mantine/core";
import { IconEye, IconEyeOff, IconLock, IconLockOpen } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { DrawingInfo, Shape } from "@/lib/core/floor-plan";
import { type LayerName, layerOf, planOf } from "@/lib/core/plan-editing/editor-state";
import { text } from "@/lib/core/text";
import { useDispatch, useEditor } from "./editor-store";
import classes from "./Panel.module.css";

const COUNTED: readonly { layer: LayerName; label: string }[] = [
  { layer: "spaces", label: text("Rooms and zones") },
  { layer: "desks", label: text("Desks") },
  { layer: "details", label: text("Walls, doors, text") },
];

const countOf = (shapes: readonly Shape[], layer: LayerName) =>
  shapes.filter((shape) => layerOf(shape) === layer).length;

/** What is shown while working, how strongly, and what the pointer leaves alone. Viewers see none of it. */
export function LayersPanel({ drawings }: { drawings: readonly DrawingInfo[] }) {
  const t = useText();
  const shapes = useEditor((state) => planOf(state).shapes);
  const drawing = useEditor((state) => planOf(state).drawing);
  const dispatch = useDispatch();
  const name = drawings.find(({ id }) => id === drawing?.id)?.name;
  return (
    <section className={classes.section} aria-label={t("Layers")}>
      <h3 className={classes.heading}>{t("Layers")}</h3>
      {drawing ? (
        <LayerRow
          layer="drawing"
          label={t("Drawing")}
          detail={name ?? ""}
          opacity={drawing.opacity}
          onOpacity={(opacity) => dispatch({ type: "drawing", change: { opacity }, step: "opacity of the drawing" })}
        />
      ) : null}
      {COUNTED.map(({ layer, label }) => (
        <LayerRow key={layer} layer={layer} label={t(label)} detail={String(countOf(shapes, layer))} canLock />
      ))}
      <LayerRow layer="labels" label={t("Labels")} detail="" />
    </section>
  );
}

interface LayerRowProps {
  readonly layer: LayerName;
  readonly label: string;
  readonly detail: string;
  readonly canLock?: boolean;
  /** Its own, where it belongs to the plan. */
  readonly opacity?: number;
  readonly onOpacity?: (opacity: number) => void;
}

function LayerRow({ layer, label, detail, canLock = false, opacity, onOpacity }: LayerRowProps) {
  const t = useText();
  const state = useEditor(({ layers }) => layers[layer]);
  const dispatch = useDispatch();
  const change = (part: Partial<typeof state>) => dispatch({ type: "layer", layer, change: part });
  return (
    <div className={classes.row}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t("Show: {layer}", { layer: label })}
        aria-pressed={state.isShown}
        onClick={() => change({ isShown: !state.isShown })}
      >
        {state.isShown ? <IconEye size={16} /> : <IconEyeOff size={16} />}
      </ActionIcon>
      <span className={classes.grow}>
        {label} <span className={classes.caption}>{detail}</span>
      </span>
      {canLock ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t("Lock: {layer}", { layer: label })}
          aria-pressed={state.isLocked}
          onClick={() => change({ isLocked: !state.isLocked })}
        >
          {state.isLocked ? <IconLock size={16} /> : <IconLockOpen size={16} opacity={0.45} />}
        </ActionIcon>
      ) : null}
      {layer === "labels" ? null : (
        <Slider
          className={classes.slider ?? ""}
          size={4}
          min={0}
          max={1}
          step={0.05}
          label={(value) => `${Math.round(value * 100)} %`}
          thumbLabel={t("Opacity: {layer}", { layer: label })}
          color="gray"
          value={opacity ?? state.opacity}
          onChange={(value) => (onOpacity ? onOpacity(value) : change({ opacity: value }))}
          onChangeEnd={() => dispatch({ type: "seal" })}
        />
      )}
    </div>
  );
}
