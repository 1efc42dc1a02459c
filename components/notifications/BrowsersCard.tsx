import { Button } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useText } from "@/components/text/TextProvider";
import { type PushObstacle, pushObstacle } from "@/lib/client/subscribe-browser";
import type { OwnNotifications } from "@/lib/core/notifications/preference";
import classes from "./Notifications.module.css";

interface BrowsersCardProps {
  readonly browsers: OwnNotifications["browsers"];
  readonly isBusy: boolean;
  readonly onAdd: () => void;
  readonly onRemove: (id: string) => void;
}

const never = () => () => undefined;

/** The browsers that show notifications, and how this one becomes one of them. */
export function BrowsersCard({ browsers, isBusy, onAdd, onRemove }: BrowsersCardProps) {
  const t = useText();
  const obstacle = useSyncExternalStore<PushObstacle | null>(never, pushObstacle, () => null);
  const words: Record<PushObstacle, string> = {
    insecure: t("This browser shows notifications only of pages that are reached by https."),
    unsupported: t(
      "This browser cannot show notifications. On an iPhone or iPad put the page on the home screen first.",
    ),
    denied: t("Notifications of this page are blocked in the browser's settings."),
  };
  return (
    <section className={classes.card} aria-labelledby="browsers">
      <h2 id="browsers">{t("Browsers")}</h2>
      <p className={classes.lead}>
        {t("A browser shows notifications also while this page is closed. Each has to be allowed once.")}
      </p>
      {browsers.length > 0 ? (
        <ul className={classes.list}>
          {browsers.map(({ id, browser, createdAt }) => (
            <li key={id} className={`${classes.row} ${classes.line}`}>
              <span className={classes.what}>
                <span className={classes.name}>{browser}</span>
                <span className={classes.quiet}>{t("since {day}", { day: createdAt.slice(0, 10) })}</span>
              </span>
              <Button
                size="xs"
                variant="default"
                aria-label={t("Remove {browser}", { browser })}
                onClick={() => onRemove(id)}
              >
                {t("Remove")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes.foot}>
        {obstacle ? (
          <p className={classes.hint}>{words[obstacle]}</p>
        ) : (
          <Button variant="default" loading={isBusy} onClick={onAdd}>
            {t("Show notifications in this browser")}
          </Button>
        )}
      </div>
    </section>
  );
}
