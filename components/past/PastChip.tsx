import { useText } from "@/components/text/TextProvider";
import classes from "./Past.module.css";
import { momentWords } from "./past-words";

/** Where the live chip stands: which moment is on screen. */
export function PastChip({ at, timeZone }: { at: number; timeZone: string }) {
  const t = useText();
  return (
    <div className={classes.chip} data-testid="feed-status">
      {t("{moment} · not live", { moment: momentWords(at, timeZone, t) })}
    </div>
  );
}
