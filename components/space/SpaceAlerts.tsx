import Link from "next/link";
import { type Says, statusWords, titleOf } from "@/components/alerts/alert-words";
import { SeveritySign } from "@/components/alerts/SeveritySign";
import { clockTime, type Moment } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { useSpaceAlerts } from "@/lib/client/use-space-alerts";
import type { SpaceSnapshot } from "@/lib/core/floor";
import panel from "./SpacePanel.module.css";
import classes from "./SpaceTroubles.module.css";

interface SpaceAlertsProps extends Moment {
  readonly space: Pick<SpaceSnapshot, "id" | "openAlerts">;
}

/** What people are asked to look after here, each with its way to the inbox; nothing when nothing is open. */
export function SpaceAlerts({ space, now, timeZone }: SpaceAlertsProps) {
  const t = useText();
  const says: Says = { t, now };
  const alerts = useSpaceAlerts(space);
  if (alerts.length === 0) return null;
  return (
    <section className={panel.section} aria-label={t("Open alerts")}>
      <div className={panel.row}>
        <h3 className={panel.title}>{t("Open alerts")}</h3>
        <Link href={`/alerts?space=${space.id}`} className={classes.link}>
          {t("All alerts of it")}
        </Link>
      </div>
      <ul className={classes.troubles}>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <SeveritySign severity={alert.severity} />
            <div>
              <Link href={`/alerts?alert=${alert.id}`} className={classes.alert}>
                {titleOf(alert, t)}
              </Link>
              <p className={panel.quiet}>
                {t("{status} since {time}", {
                  status: statusWords(alert, says),
                  time: clockTime(Date.parse(alert.since), timeZone, now, t),
                })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
