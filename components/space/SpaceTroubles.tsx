import Link from "next/link";
import { SeverityIcon } from "@/components/state/SeverityIcon";
import type { Moment } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import type { SpaceSnapshot } from "@/lib/core/floor";
import panel from "./SpacePanel.module.css";
import classes from "./SpaceTroubles.module.css";
import { troubleWords } from "./trouble-words";

interface SpaceTroublesProps extends Moment {
  readonly space: SpaceSnapshot;
}

/** What is wrong with the devices of a space; nothing when nothing is. */
export function SpaceTroubles({ space, now, timeZone }: SpaceTroublesProps) {
  const t = useText();
  const troubles = troubleWords(space, { now, timeZone }, t);
  if (troubles.length === 0) return null;
  return (
    <section className={panel.section} aria-label={t("Troubles")}>
      <div className={panel.row}>
        <h3 className={panel.title}>{t("Troubles")}</h3>
        <Link href={`/alerts?space=${space.id}`} className={classes.link}>
          {t("Alerts")}
        </Link>
      </div>
      <ul className={classes.troubles}>
        {troubles.map(({ key, severity, text, detail }) => (
          <li key={key}>
            <SeverityIcon severity={severity} />
            <div>
              <p>{text}</p>
              <p className={panel.quiet}>{detail}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
