import { memo } from "react";
import { PaintMark } from "@/components/state/PaintMark";
import { SeverityIcon } from "@/components/state/SeverityIcon";
import { useText } from "@/components/text/TextProvider";
import { type CardView, type DrawnProps, drawnProps } from "./card-view";
import classes from "./DeskGroups.module.css";
import type { DrawnSpace } from "./drawn-space";
import { FloorGroup } from "./FloorGroup";
import type { DeskGroup } from "./group-spaces";

const Desk = memo(function Desk({ drawn: { space, look }, selected, dimmed, onOpen }: DrawnProps) {
  const { sentence, trouble, paint, icon } = look;
  return (
    <button
      type="button"
      className={classes.desk}
      data-space={space.id}
      data-state={look.key}
      data-dimmed={dimmed || undefined}
      aria-pressed={selected}
      aria-label={sentence}
      title={sentence}
      onClick={() => onOpen(space.id)}
    >
      <PaintMark paint={paint} icon={icon} size="lg" />
      {trouble && (
        <span className={classes.trouble}>
          <SeverityIcon severity={trouble.severity} size={14} />
        </span>
      )}
    </button>
  );
});

/** Desks as marks, a card for each place they stand in. */
export function DeskGroups({ groups, view }: { groups: readonly DeskGroup<DrawnSpace>[]; view: CardView }) {
  const t = useText();
  if (groups.length === 0) return null;
  const total = groups.reduce((sum, group) => sum + group.desks.length, 0);
  return (
    <FloorGroup title={t("Desks")} count={total}>
      <div className={classes.grid}>
        {groups.map(({ parent, desks }) => (
          <div key={parent?.id ?? "floor"} className={classes.card}>
            <div className={classes.head}>
              <span className={classes.name}>{parent?.name ?? t("On the floor")}</span>
              <span className={classes.count}>
                {t("{count} free", { count: desks.filter(({ verdict }) => verdict.state === "free").length })}
              </span>
            </div>
            <div className={classes.desks}>
              {desks.map((drawn) => (
                <Desk key={drawn.space.id} {...drawnProps(drawn, view)} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </FloorGroup>
  );
}
