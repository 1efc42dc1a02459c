import { IconAlertTriangle, IconCheck, IconCircleMinus, IconClock } from "@tabler/icons-react";
import Link from "next/link";
import { clockWords } from "@/components/alerts/alert-words";
import { useText } from "@/components/text/TextProvider";
import { serverNow } from "@/lib/client/server-clock";
import { useBrowserZone } from "@/lib/client/use-browser-zone";
import type { Delivered, Outcome } from "@/lib/core/notifications/delivery";
import type { Text } from "@/lib/core/text";
import classes from "./Notifications.module.css";
import { outcomeWord, sentByWord, stepWord } from "./notification-words";

const ICONS: Record<Outcome, typeof IconCheck> = {
  waiting: IconClock,
  sent: IconCheck,
  failed: IconAlertTriangle,
  skipped: IconCircleMinus,
};

/** One message: when, of what, to whom, and what the other side said. */
export function LogEntry({ item }: { readonly item: Delivered }) {
  const t = useText();
  const zone = useBrowserZone();
  const Icon = ICONS[item.status];
  const at = (moment: string) => clockWords(moment, zone, { t, now: serverNow() });
  const tries = item.attempts > 1 ? t("{count, plural, one {# try} other {# tries}}", { count: item.attempts }) : "";
  const next = nextWords(item, at, t);
  return (
    <li className={classes.entry}>
      <time dateTime={item.createdAt} className={classes.time}>
        {at(item.createdAt)}
      </time>
      <div>
        <p className={classes.words}>
          <Link href={item.alertId === null ? "/alerts" : `/alerts?alert=${item.alertId}`}>
            {item.title === "" ? t("Many alerts in one message") : item.title}
          </Link>
        </p>
        <span className={classes.quiet}>
          {[stepWord(item, t), sentByWord(item.channel, t), item.recipient].join(" · ")}
        </span>
      </div>
      <div>
        <span className={classes.state} data-status={item.status}>
          <Icon size={16} stroke={2} aria-hidden />
          {outcomeWord(item.status, t)}
        </span>{" "}
        <span className={classes.quiet}>{[tries, next].filter(Boolean).join(" · ")}</span>
        {item.answer ? <p className={`${classes.words} ${classes.quiet}`}>{t(item.answer)}</p> : null}
      </div>
    </li>
  );
}

/** What was never tried waits for the end of somebody's quiet hours, or for the next second. */
function nextWords({ nextAt, attempts }: Delivered, at: (moment: string) => string, t: Text): string {
  if (nextAt === null) return "";
  return attempts === 0 ? t("not before {time}", { time: at(nextAt) }) : t("next try {time}", { time: at(nextAt) });
}
