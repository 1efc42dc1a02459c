import { IconAlertTriangle, IconCheck, IconCircleMinus, IconClock } from "@tabler/icons-react";
import Link from "next/link";
import { clockWords } from "@/components/alerts/alert-words";
import { useLocale, useText } from "@/components/text/TextProvider";
import { serverNow } from "@/lib/client/server-clock";
import { useBrowserZone } from "@/lib/client/use-browser-zone";
import type { Delivered, Outcome } from "@/lib/core/notifications/delivery";
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
  const locale = useLocale();
  const zone = useBrowserZone();
  const Icon = ICONS[item.status];
  const at = (moment: string) => clockWords(moment, zone, { locale, now: serverNow() });
  const tries = item.attempts > 1 ? t("{count, plural, one {# try} other {# tries}}", { count: item.attempts }) : "";
  const next = item.nextAt ? t("next try {time}", { time: at(item.nextAt) }) : "";
  return (
    <li className={classes.entry}>
      <time dateTime={item.createdAt} className={classes.time}>
        {at(item.createdAt)}
      </time>
      <div>
        <p className={classes.words}>
          <Link href={`/alerts?alert=${item.alertId}`}>{item.title}</Link>
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
        {item.answer ? <p className={`${classes.words} ${classes.quiet}`}>{item.answer}</p> : null}
      </div>
    </li>
  );
}
