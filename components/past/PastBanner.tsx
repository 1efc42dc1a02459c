import { Button, Kbd } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import classes from "./Past.module.css";
import { momentWords } from "./past-words";
import type { PastView } from "./use-past-view";

interface PastBannerProps {
  readonly view: PastView;
  readonly at: number;
  readonly timeZone: string;
}

/** Says that what is on screen is not now, and leads back. */
export function PastBanner({ view, at, timeZone }: PastBannerProps) {
  const t = useText();
  const { error, isReady, retry } = view.then;
  return (
    <section className={classes.banner} aria-label={t("Looking back")}>
      <IconClock size={16} aria-hidden />
      <p>
        <b>{t("You are looking at {moment}", { moment: momentWords(at, timeZone, t) })}</b>{" "}
        <span className={classes.small}>
          {error
            ? t("The past is not answering.")
            : isReady
              ? t("As it is known today. Actions are off while you look back.")
              : t("Loading …")}
        </span>
      </p>
      {error ? (
        <Button size="compact-sm" variant="default" onClick={retry}>
          {t("Try again")}
        </Button>
      ) : null}
      <Button
        size="compact-sm"
        variant="default"
        className={classes.back ?? ""}
        onClick={view.live}
        rightSection={<Kbd size="xs">L</Kbd>}
      >
        {t("Back to live")}
      </Button>
    </section>
  );
}
