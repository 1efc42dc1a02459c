import { type CSSProperties, memo } from "react";
import { Unseen } from "@/components/frame/Unseen";
import { PaintMark } from "@/components/state/PaintMark";
import { SeverityIcon } from "@/components/state/SeverityIcon";
import { useText } from "@/components/text/TextProvider";
import type { Text } from "@/lib/core/text";
import { CardAir } from "./CardAir";
import type { DrawnProps } from "./card-view";
import type { DrawnSpace } from "./drawn-space";
import classes from "./SpaceCard.module.css";

function seats({ verdict: { state }, space: { capacity } }: DrawnSpace, t: Text): string {
  if (state === "unmonitored") return "";
  if (capacity === null) return t("capacity not set");
  return t("{count, plural, one {# seat} other {# seats}}", { count: capacity });
}

/** Share of the capacity in use, 0–1; null when nobody knows, and when nobody is there. */
function load({ verdict: { state, count }, space: { capacity } }: DrawnSpace): number | null {
  const isNow = state === "occupied" || state === "over";
  return count && capacity && isNow ? Math.min(count / capacity, 1) : null;
}

/** One space on the floor: its state, count and since when, its air, and that something is wrong with it. */
export const SpaceCard = memo(function SpaceCard({ drawn, selected, dimmed, onOpen }: DrawnProps) {
  const t = useText();
  const { space, verdict, look } = drawn;
  const { headline, detail, air, trouble, sentence, paint, icon } = look;
  const isState = look.key === verdict.state;
  const share = isState ? load(drawn) : null;
  return (
    <button
      type="button"
      className={classes.card}
      data-space={space.id}
      data-state={look.key}
      data-last-state={verdict.lastState ?? undefined}
      data-hatched={(!isState && paint.pattern !== undefined) || undefined}
      data-dimmed={dimmed || undefined}
      style={isState ? undefined : ({ "--fill": paint.fill, "--edge": paint.stroke } as CSSProperties)}
      aria-pressed={selected}
      onClick={() => onOpen(space.id)}
    >
      <Unseen>{sentence}</Unseen>
      <span className={classes.face} aria-hidden>
        <span className={classes.strip} />
        <span className={classes.title}>
          <span className={classes.name}>{space.name}</span>
          {trouble && (
            <span className={classes.trouble}>
              <SeverityIcon severity={trouble.severity} />
              {trouble.count > 1 && trouble.count}
            </span>
          )}
        </span>
        <span className={classes.mark}>
          <PaintMark paint={paint} icon={icon} />
        </span>
        <span className={classes.headline}>{headline}</span>
        <span className={classes.detail}>{detail}</span>
        <CardAir air={air} />
        <span className={classes.foot}>
          <span>{seats(drawn, t)}</span>
          {share === null ? null : (
            <span className={classes.meter}>
              <span style={{ width: `${share * 100}%` }} />
            </span>
          )}
        </span>
      </span>
    </button>
  );
});
