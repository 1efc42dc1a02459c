import { Button } from "@mantine/core";
import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { Shape, ShapeKind } from "@/lib/core/floor-plan";
import type { Edge } from "@/lib/core/plan-editing/arranging";
import { type Text, text } from "@/lib/core/text";
import { useDispatch } from "./editor-store";
import { NumberField } from "./Field";
import classes from "./Panel.module.css";
import { Action, CommonActions } from "./ShapeActions";

const EDGES: readonly { edge: Edge; label: string; icon: typeof IconLayoutAlignTop }[] = [
  { edge: "left", label: text("Left edges in line"), icon: IconLayoutAlignLeft },
  { edge: "centre", label: text("Middles in line, upright"), icon: IconLayoutAlignCenter },
  { edge: "right", label: text("Right edges in line"), icon: IconLayoutAlignRight },
  { edge: "top", label: text("Top edges in line"), icon: IconLayoutAlignTop },
  { edge: "middle", label: text("Middles in line, level"), icon: IconLayoutAlignMiddle },
  { edge: "bottom", label: text("Bottom edges in line"), icon: IconLayoutAlignBottom },
];

const icon = { size: 18, stroke: 1.75 } as const;

const COUNTS: Record<ShapeKind, string> = {
  room: text("{count, plural, one {# room} other {# rooms}}"),
  zone: text("{count, plural, one {# zone} other {# zones}}"),
  desk: text("{count, plural, one {# desk} other {# desks}}"),
  wall: text("{count, plural, one {# wall} other {# walls}}"),
  door: text("{count, plural, one {# door} other {# doors}}"),
  text: text("{count, plural, one {# text} other {# texts}}"),
};

/** "3 rooms, 1 zone". */
const counts = (shapes: readonly Shape[], t: Text): string =>
  [...Map.groupBy(shapes, ({ kind }) => kind)]
    .map(([kind, { length }]) => t(COUNTS[kind], { count: length }))
    .join(", ");

/** What can be done with several shapes at once. */
export function ManyPanel({ shapes, canEdit }: { shapes: readonly Shape[]; canEdit: boolean }) {
  const t = useText();
  const dispatch = useDispatch();
  const areSpaces = shapes.every(({ kind }) => kind === "room" || kind === "zone" || kind === "desk");
  const [first] = shapes;
  const same = shapes.every(({ edit }) => edit?.capacity === first?.edit?.capacity);
  return (
    <section className={classes.section} aria-label={t("Properties")}>
      <p className={classes.caption}>{t("Selection")}</p>
      <h2 className={classes.title}>{counts(shapes, t)}</h2>
      {canEdit ? (
        <>
          {areSpaces ? (
            <NumberField
              label={t("Capacity")}
              value={same ? (first?.edit?.capacity ?? null) : null}
              placeholder={t("For each of them")}
              unit={t("people")}
              step={1}
              least={0}
              most={100_000}
              onChange={(capacity) =>
                capacity !== null &&
                dispatch({ type: "edit", edit: { capacity: Math.round(capacity) }, step: "capacity" })
              }
              onDone={() => dispatch({ type: "seal" })}
            />
          ) : null}
          <div className={classes.actions} role="toolbar" aria-label={t("Line up")}>
            {EDGES.map(({ edge, label, icon: Icon }) => (
              <Action key={edge} label={t(label)} keys="" event={{ type: "align", edge }}>
                <Icon {...icon} />
              </Action>
            ))}
            <Action label={t("Equal gaps, side by side")} keys="" event={{ type: "distribute", axis: "x" }}>
              <IconLayoutDistributeVertical {...icon} />
            </Action>
            <Action label={t("Equal gaps, one below the other")} keys="" event={{ type: "distribute", axis: "y" }}>
              <IconLayoutDistributeHorizontal {...icon} />
            </Action>
          </div>
          <div className={classes.actions} role="toolbar" aria-label={t("Shapes")}>
            <CommonActions isLocked={shapes.every(({ locked }) => locked)} />
          </div>
        </>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="default" size="compact-sm" onClick={() => dispatch({ type: "select", ids: [] })}>
          {t("Select nothing")}
        </Button>
      </div>
    </section>
  );
}
