import { memo } from "react";
import { Unseen } from "@/components/frame/Unseen";
import { PaintMark } from "@/components/state/PaintMark";
import { useText } from "@/components/text/TextProvider";
import { type CardView, type DrawnProps, drawnProps } from "./card-view";
import type { DrawnSpace } from "./drawn-space";
import classes from "./OffPlan.module.css";

const OffPlanSpace = memo(function OffPlanSpace({ drawn: { space, look }, selected, dimmed, onOpen }: DrawnProps) {
  const { headline, sentence, paint, icon } = look;
  return (
    <button
      type="button"
      className={classes.space}
      data-space={space.id}
      data-state={look.key}
      data-dimmed={dimmed || undefined}
      aria-pressed={selected}
      onClick={() => onOpen(space.id)}
    >
      <Unseen>{sentence}</Unseen>
      <span className={classes.face} aria-hidden>
        <PaintMark paint={paint} icon={icon} />
        <span className={classes.name}>{space.name}</span>
        <span className={classes.value}>{headline}</span>
      </span>
    </button>
  );
});

/** The spaces of a floor that nobody has drawn yet, in one line. */
export function OffPlan({ spaces, view }: { spaces: readonly DrawnSpace[]; view: CardView }) {
  const t = useText();
  return (
    <section className={classes.strip} aria-label={t("Not on the plan")}>
      <h2 className={classes.title}>
        {t("Not on the plan")} <span>{spaces.length}</span>
      </h2>
      <div className={classes.spaces}>
        {spaces.map((drawn) => (
          <OffPlanSpace key={drawn.space.id} {...drawnProps(drawn, view)} />
        ))}
      </div>
    </section>
  );
}
