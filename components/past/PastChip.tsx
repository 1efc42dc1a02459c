import { useText } from "@/components/text/TextProvider";
import { useOwnTime } from "@/components/text/use-own-time";
import classes from "./Past.module.css";
import { momentWords } from "./past-words";

/** Where the live chip stands: which moment is on screen. */
export function PastChip({ at, timeZone }: { at: number; timeZone: string }) {
  const t = useText();
  const own = useOwnTime(timeZone);
  return (
    <div className={classes.chip} data-testid="feed-status" title={own(at)}>
      <span className={classes.full}>{t("{moment} · not live", { moment: momentWords(at, timeZone, t) })}</span>
      <span className={classes.short}>{t("Not live")}</span>
    </div>
  );
}
