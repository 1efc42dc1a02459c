import {
  IconAlertCircle,
  IconArrowBackUp,
  IconBell,
  IconBellOff,
  IconCheck,
  IconClock,
  IconLink,
  IconMessage,
  IconQuestionMark,
  IconRefresh,
  IconUser,
  type TablerIcon,
} from "@tabler/icons-react";
import type { AlertEvent, AlertEventKind } from "@/lib/core/alert-detail";
import classes from "./AlertTimeline.module.css";
import { clockWords, type Says } from "./alert-words";

const ICONS: Record<AlertEventKind, TablerIcon> = {
  opened: IconAlertCircle,
  reopened: IconAlertCircle,
  repeated: IconRefresh,
  worsened: IconAlertCircle,
  eased: IconCheck,
  unconfirmed: IconQuestionMark,
  confirmed: IconCheck,
  joined: IconLink,
  left: IconLink,
  suppressed: IconBellOff,
  unsuppressed: IconBell,
  acknowledged: IconCheck,
  unacknowledged: IconArrowBackUp,
  assigned: IconUser,
  commented: IconMessage,
  uncommented: IconArrowBackUp,
  snoozed: IconClock,
  unsnoozed: IconArrowBackUp,
  "snooze-ended": IconBell,
  resolved: IconCheck,
  notified: IconMessage,
};

interface AlertTimelineProps {
  /** The newest first. */
  readonly events: readonly AlertEvent[];
  readonly zone: string;
  readonly says: Says;
}

/** Everything that happened to an alert and everything people did about it. */
export function AlertTimeline({ events, zone, says }: AlertTimelineProps) {
  return (
    <ol className={classes.events}>
      {events.map(({ id, at, kind, actor, words, text }) => {
        const Icon = ICONS[kind];
        return (
          <li key={id}>
            <span className={classes.sign} data-kind={kind} aria-hidden>
              <Icon size={14} stroke={1.75} />
            </span>
            <div className={classes.words}>
              <p className={classes.what}>{says.t(words.text, words.values)}</p>
              {text ? <p className={classes.text}>{text}</p> : null}
              {actor && !says.t(words.text, words.values).includes(actor.name) ? (
                <p className={classes.quiet}>{actor.name}</p>
              ) : null}
            </div>
            <time dateTime={at} className={classes.time}>
              {clockWords(at, zone, says)}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
