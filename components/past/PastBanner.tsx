import { IconClock } from "@tabler/icons-react";
import { PlainButton } from "@/components/button/PlainButton";
import { useText } from "@/components/text/TextProvider";
import { useOwnTime } from "@/components/text/use-own-time";
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
  const own = useOwnTime(timeZone);
  const { error, isReady, retry } = view.then;
  return (
    <section className={classes.banner} aria-label={t("Looking back")}>
      <IconClock size={16} aria-hidden />
      <p>
        <b title={own(at)}>{t("You are looking at {moment}", { moment: momentWords(at, timeZone, t) })}</b>{" "}
        <span className={classes.small}>
          {error
            ? t("The past is not answering.")
            : isReady
              ? t("As it is known today. Actions are off while you look back.")
              : t("Loading …")}
        </span>
      </p>
      {error ? <PlainButton onClick={retry}>{t("Try again")}</PlainButton> : null}
      <PlainButton className={classes.back ?? ""} onClick={view.live}>
        {t("Back to live")} <kbd>L</kbd>
      </PlainButton>
    </section>
  );
}
