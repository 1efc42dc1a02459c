import { SegmentedControl } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import type { SpaceSource } from "@/lib/core/floor";
import { isSpaceShape, type Shape, type ShapeKind } from "@/lib/core/floor-plan";
import { isFree, KIND_WORDS, shapeName } from "@/lib/core/plan-editing/editor-state";
import type { SpaceType } from "@/lib/core/space-type";
import { useDispatch, useEditor } from "./editor-store";
import { Field, NumberField, TextField } from "./Field";
import classes from "./Panel.module.css";
import { ShapeActions } from "./ShapeActions";
import { ShapeSources } from "./ShapeSources";
import { SizeFields } from "./SizeFields";
import { SpaceFields } from "./SpaceFields";

interface ShapePanelProps {
  readonly shape: Shape;
  readonly types: readonly SpaceType[];
  readonly sources: ReadonlyMap<string, readonly SpaceSource[]>;
  readonly started: number;
  readonly canEdit: boolean;
}

/** Everything about the one selected shape. */
export function ShapePanel({ shape, types, sources, started, canEdit }: ShapePanelProps) {
  const t = useText();
  const spaces = useEditor((state) => state.spaces);
  const layers = useEditor((state) => state.layers);
  const isSpace = isSpaceShape(shape.kind);
  const disabled = !canEdit || !isFree({ layers }, shape);
  return (
    <>
      <section className={classes.section} aria-label={t("Properties")}>
        <p className={classes.caption}>
          {t(KIND_WORDS[shape.kind])}
          {isSpace && shape.spaceId === null ? ` · ${t("new when published")}` : ""}
          {shape.locked ? ` · ${t("locked")}` : ""}
        </p>
        <h2 className={classes.title}>{shapeName(shape, spaces, t)}</h2>
        {isSpace ? <SpaceFields key={shape.id} shape={shape} types={types} disabled={disabled} /> : null}
        {shape.kind === "text" ? <Words shape={shape} disabled={disabled} /> : null}
        <SizeFields key={`size ${shape.id}`} shape={shape} disabled={disabled} />
        {isSpace && shape.spaceId === null ? <Kind shape={shape} disabled={disabled} /> : null}
        {canEdit ? <ShapeActions shape={shape} /> : null}
      </section>
      {isSpace ? (
        <ShapeSources sources={(shape.spaceId && sources.get(shape.spaceId)) || []} started={started} />
      ) : null}
    </>
  );
}

function Words({ shape, disabled }: { shape: Shape; disabled: boolean }) {
  const t = useText();
  const dispatch = useDispatch();
  const seal = () => dispatch({ type: "seal" });
  return (
    <>
      <TextField
        label={t("Text")}
        value={shape.text ?? ""}
        disabled={disabled}
        maxLength={200}
        onChange={(text) => dispatch({ type: "change", change: { text }, step: `text ${shape.id}` })}
        onDone={seal}
      />
      <NumberField
        label={t("Height")}
        value={Math.round((shape.size ?? 0.02) * 1000) / 10}
        unit="%"
        step={0.1}
        least={0.1}
        most={50}
        disabled={disabled}
        onChange={(value) =>
          value && dispatch({ type: "change", change: { size: value / 100 }, step: `letters ${shape.id}` })
        }
        onDone={seal}
      />
    </>
  );
}

const KINDS = ["room", "zone", "desk"] as const;

function Kind({ shape, disabled }: { shape: Shape; disabled: boolean }) {
  const t = useText();
  const dispatch = useDispatch();
  return (
    <Field label={t("Kind")}>
      {(id) => (
        <SegmentedControl
          id={id}
          aria-label={t("Kind")}
          size="xs"
          data={KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
          value={shape.kind}
          disabled={disabled}
          onChange={(kind) => dispatch({ type: "change", change: { kind: kind as ShapeKind } })}
        />
      )}
    </Field>
  );
}
