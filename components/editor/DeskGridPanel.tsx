import { useText } from "@/components/text/TextProvider";
import { frameOf, fromLength, lengthUnit, toLength } from "@/lib/core/plan-editing/frame";
import { useDispatch, useEditor, usePlan } from "./editor-store";
import { NumberField } from "./Field";
import classes from "./Panel.module.css";

const MOST = 40;

/** How many desks the next stroke draws, and how far apart. */
export function DeskGridPanel() {
  const t = useText();
  const grid = useEditor((state) => state.deskGrid);
  const frame = frameOf(usePlan());
  const dispatch = useDispatch();
  const done = () => undefined;
  const count = (name: "columns" | "rows", label: string) => (
    <NumberField
      label={label}
      value={grid[name]}
      unit={t("desks")}
      step={1}
      least={1}
      most={MOST}
      onChange={(value) => value && dispatch({ type: "desk-grid", change: { [name]: Math.round(value) } })}
      onDone={done}
    />
  );
  const gap = (axis: "x" | "y", label: string) => (
    <NumberField
      label={label}
      value={toLength(frame, grid.gap[axis])}
      unit={lengthUnit(frame)}
      step={0.05}
      least={0}
      onChange={(value) =>
        value !== null &&
        dispatch({ type: "desk-grid", change: { gap: { ...grid.gap, [axis]: fromLength(frame, value) } } })
      }
      onDone={done}
    />
  );
  return (
    <section className={classes.section} aria-label={t("Desk grid")}>
      <h3 className={classes.heading}>{t("Desk grid")}</h3>
      {count("columns", t("Across"))}
      {count("rows", t("Down"))}
      {gap("x", t("Gap across"))}
      {gap("y", t("Gap down"))}
      <p className={classes.note}>{t("Drag over the place of all desks: they share it.")}</p>
    </section>
  );
}
