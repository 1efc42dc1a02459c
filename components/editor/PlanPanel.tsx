import { Button, Select } from "@mantine/core";
import { IconRectangle } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { KIND_WORDS, planOf } from "@/lib/core/plan-editing/editor-state";
import { frameOf, fromLength, lengthUnit, lengthWords, toLength } from "@/lib/core/plan-editing/frame";
import { distance } from "@/lib/core/plan-editing/geometry";
import { widthByLength } from "@/lib/core/plan-editing/placing";
import { useDispatch, useEditor, usePlan } from "./editor-store";
import { Field, NumberField } from "./Field";
import classes from "./Panel.module.css";

/** The plan as a whole: what is shown while nothing is selected. */
export function PlanPanel({ floorName, canEdit }: { floorName: string; canEdit: boolean }) {
  const t = useText();
  const plan = usePlan();
  const frame = frameOf(plan);
  const dispatch = useDispatch();
  const seal = () => dispatch({ type: "seal" });
  const depth = plan.widthM === null ? null : Math.round((plan.widthM / plan.aspect) * 100) / 100;
  return (
    <section className={classes.section} aria-label={t("Plan")}>
      <p className={classes.caption}>{t("Floor plan")}</p>
      <h2 className={classes.title}>{floorName}</h2>
      <NumberField
        label={t("Width")}
        value={plan.widthM === null ? null : toLength(frame, frame.width)}
        placeholder={t("Not known")}
        unit="m"
        step={0.1}
        least={0.5}
        most={10_000}
        disabled={!canEdit}
        onChange={(widthM) => dispatch({ type: "plan", change: { widthM }, step: "width of the plan" })}
        onDone={seal}
      />
      {depth === null ? (
        <p className={classes.note}>
          {t("Without a scale lengths are shown as parts of the width. Type the width, or measure a known length (M).")}
        </p>
      ) : (
        <p className={classes.field}>
          <span className={classes.quiet}>{t("Depth")}</span>
          <span>{depth} m</span>
        </p>
      )}
      {canEdit ? <AddByNumbers /> : null}
    </section>
  );
}

/** The length that was just measured, and what it is in truth. */
export function MeasurePanel() {
  const t = useText();
  const measured = useEditor((state) => state.measured);
  const frame = frameOf(usePlan());
  const dispatch = useDispatch();
  const [metres, setMetres] = useState<number | null>(null);
  if (!measured) return null;
  const units = distance(measured[0], measured[1]);
  const widthM = metres === null ? null : widthByLength(units, metres);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (widthM === null) return;
    dispatch({ type: "plan", change: { widthM } });
    dispatch({ type: "tool", tool: "select" });
  };
  return (
    <form className={classes.section} aria-label={t("Scale")} onSubmit={submit}>
      <h3 className={classes.heading}>{t("Measured {length}", { length: lengthWords(frame, units) })}</h3>
      <NumberField
        label={t("In truth")}
        value={metres}
        unit="m"
        step={0.1}
        least={0.01}
        most={10_000}
        onChange={setMetres}
        onDone={() => undefined}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-sm" disabled={widthM === null}>
          {t("Set the scale")}
        </Button>
      </div>
      {widthM === null ? null : (
        <p className={classes.note}>
          {t("The plan becomes {width} m wide.", { width: Math.round(widthM * 100) / 100 })}
        </p>
      )}
    </form>
  );
}

const KINDS = ["room", "zone", "desk"] as const;

/** Rooms without a pointer: place and size as numbers. */
function AddByNumbers() {
  const t = useText();
  const frame = frameOf(usePlan());
  const hasShapes = useEditor((state) => planOf(state).shapes.length > 0);
  const dispatch = useDispatch();
  const [isOpen, setIsOpen] = useState(false);
  const [kind, setKind] = useState<"room" | "zone" | "desk">("room");
  const [box, setBox] = useState({ x: 0, y: 0, width: 4, height: 3 });
  const unit = lengthUnit(frame);
  if (!isOpen)
    return (
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconRectangle size={14} />}
          onClick={() => setIsOpen(true)}
        >
          {hasShapes ? t("Add by numbers") : t("Add a room by numbers")}
        </Button>
      </div>
    );
  const field = (name: keyof typeof box, label: string) => (
    <NumberField
      label={label}
      value={box[name]}
      unit={unit}
      step={0.1}
      onChange={(value) => value !== null && setBox((before) => ({ ...before, [name]: value }))}
      onDone={() => undefined}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const units = (value: number) => fromLength(frame, value);
    if (box.width <= 0 || box.height <= 0) return;
    const wanted = { x: units(box.x), y: units(box.y), width: units(box.width), height: units(box.height) };
    dispatch({ type: "add", kind, box: wanted });
  };
  return (
    <form aria-label={t("Add by numbers")} onSubmit={submit}>
      <Field label={t("Kind")}>
        {(id) => (
          <Select
            id={id}
            size="sm"
            data={KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => value && setKind(value as typeof kind)}
          />
        )}
      </Field>
      <div className={classes.pair}>
        {field("x", "x")}
        {field("y", "y")}
        {field("width", t("Width"))}
        {field("height", t("Depth"))}
      </div>
      <div className={classes.buttons}>
        <Button type="submit" size="compact-sm">
          {t("Add")}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setIsOpen(false)}>
          {t("Close")}
        </Button>
      </div>
    </form>
  );
}
