import { VisuallyHidden } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import { useOwnTime } from "@/components/text/use-own-time";
import { type FloorHead, type SpaceSnapshot, verdictAt } from "@/lib/core/floor";
import { nowWords } from "./now-words";
import { SpaceAir } from "./SpaceAir";
import { SpaceAlerts } from "./SpaceAlerts";
import { SpaceBookings } from "./SpaceBookings";
import { SpaceClosings } from "./SpaceClosings";
import { SpaceDay } from "./SpaceDay";
import { SpaceHead } from "./SpaceHead";
import { SpaceNoShows } from "./SpaceNoShows";
import { SpaceNow } from "./SpaceNow";
import classes from "./SpacePanel.module.css";
import { SpaceSources } from "./SpaceSources";
import { SpaceTroubles } from "./SpaceTroubles";
import { SpaceUsual } from "./SpaceUsual";
import { SpaceWeek } from "./SpaceWeek";
import { SpaceWhy } from "./SpaceWhy";

export interface SpacePanelProps {
  readonly space: SpaceSnapshot;
  readonly floor: FloorHead;
  /** The server's clock, ms. */
  readonly now: number;
  readonly onClose: () => void;
  readonly variant: "panel" | "page";
  /** May the reader close it for maintenance, here and now? */
  readonly mayClose?: boolean;
  /** Is it shown as it was at a moment that is over? */
  readonly isPast?: boolean;
}

/** Everything about one space: what it is now, why, how the day went, and who says so. */
export function SpacePanel({ space, floor, now, onClose, variant, mayClose = false, isPast = false }: SpacePanelProps) {
  const t = useText();
  const verdict = verdictAt(space, now);
  const { timeZone } = floor.site;
  const own = useOwnTime(timeZone);
  const words = nowWords(space, verdict, { now, timeZone }, t);
  return (
    <section className={classes.panel} data-variant={variant} aria-label={space.name}>
      <SpaceHead space={space} floor={floor} verdict={verdict} onClose={onClose} variant={variant} />
      <SpaceNow words={words} sinceTitle={own(verdict.since)}>
        <SpaceUsual space={space} people={verdict.count} now={now} />
      </SpaceNow>
      <VisuallyHidden role="status">{words.announcement}</VisuallyHidden>
      <SpaceDay space={space} timeZone={timeZone} now={now} isPast={isPast} floorId={floor.id} mayExclude={mayClose} />
      <SpaceAir space={space} timeZone={timeZone} now={now} />
      <SpaceBookings space={space} timeZone={timeZone} now={now} />
      <SpaceWhy space={space} verdict={verdict} timeZone={timeZone} now={now} isPast={isPast} />
      <SpaceClosings space={space} mayClose={mayClose} timeZone={timeZone} now={now} />
      {isPast ? null : <SpaceAlerts space={space} timeZone={timeZone} now={now} />}
      <SpaceTroubles space={space} timeZone={timeZone} now={now} />
      <SpaceSources space={space} timeZone={timeZone} now={now} />
      <SpaceNoShows space={space} timeZone={timeZone} now={now} />
      <SpaceWeek space={space} timeZone={timeZone} now={now} />
    </section>
  );
}
