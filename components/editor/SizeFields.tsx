import { useText } from "@/components/text/TextProvider";
import type { Shape } from "@/lib/core/floor-plan";
import { selectionBox } from "@/lib/core/plan-editing/editor-state";
import { frameOf, fromLength, lengthUnit, pointsOf, toLength } from "@/lib/core/plan-editing/frame";
import type { Box } from "@/lib/core/plan-editing/geometry";
import { useDispatch, useEditor, usePlan } from "./editor-store";
import { NumberField } from "./Field";
import classes from "./Panel.module.css";

/** Where a shape lies and how large it is, by numbers: everything the pointer can do. */
export function SizeFields({ shape, disabled }: { shape: Shape; disabled: boolean }) {
  const t = useText();
  const frame = frameOf(usePlan());
  const history = useEditor((state) => state.history);
  const dispatch = useDispatch();
  const box = selectionBox({ history, selection: [shape.id] });
  const [first] = pointsOf(frame, shape);
  const unit = lengthUnit(frame);
  const seal = () => dispatch({ type: "seal" });
  const change = (name: keyof Box | "angle") => (value: number | null) => {
    if (value === null) return;
    const units = name === "angle" ? value : fromLength(frame, value);
    dispatch({ type: "resize", box: { [name]: units }, step: `${name} ${shape.id}` });
  };
  const length = (name: keyof Box, label: string, units: number, least?: number) => (
    <NumberField
      label={label}
      value={toLength(frame, units)}
      unit={unit}
      step={unit === "m" ? 0.05 : 0.5}
      disabled={disabled}
      {...(least === undefined ? {} : { least })}
      onChange={change(name)}
      onDone={seal}
    />
  );
  return (
    <>
      {box ? (
        <>
          {length("width", t("Width"), box.width, 0.01)}
          {length("height", t("Depth"), box.height, 0.01)}
        </>
      ) : null}
      <div className={classes.pair}>
        {length("x", "x", box ? box.centre[0] - box.width / 2 : (first?.[0] ?? 0))}
        {length("y", "y", box ? box.centre[1] - box.height / 2 : (first?.[1] ?? 0))}
      </div>
      {box && shape.kind !== "door" && shape.kind !== "wall" ? (
        <NumberField
          label={t("Turned")}
          value={Math.round(box.angle * 10) / 10}
          unit="°"
          step={1}
          least={-180}
          most={180}
          disabled={disabled}
          onChange={change("angle")}
          onDone={seal}
        />
      ) : null}
    </>
  );
}
