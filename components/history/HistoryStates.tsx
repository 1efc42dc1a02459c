import { Button, Skeleton } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import classes from "./History.module.css";

/** As high as what will stand there. */
export function Loading() {
  const t = useText();
  return (
    <output className={classes.loading} aria-label={t("Loading the history")}>
      <div className={classes.tiles}>
        {["a", "b", "c", "d", "e"].map((key) => (
          <Skeleton key={key} className={classes.skeleton} height={112} radius={12} />
        ))}
      </div>
      <Skeleton className={classes.skeleton} height={284} radius={12} />
      <Skeleton className={classes.skeleton} height={292} radius={12} />
    </output>
  );
}

interface FailedProps {
  readonly message: string;
  readonly isTrying: boolean;
  readonly onRetry: () => void;
}

/** What failed, and what still works. */
export function Failed({ message, isTrying, onRetry }: FailedProps) {
  const t = useText();
  return (
    <div className={`${classes.card} ${classes.empty}`} role="alert">
      <p>{t("History is not answering. Live is fine.")}</p>
      <p>{t(message)}</p>
      <Button variant="default" loading={isTrying} onClick={onRetry}>
        {t("Try again")}
      </Button>
    </div>
  );
}

/** No space matches the question. */
export function NothingThere() {
  const t = useText();
  return (
    <div className={`${classes.card} ${classes.empty}`}>
      <p>{t("No space matches. Choose another place, kind or type.")}</p>
    </div>
  );
}

interface NothingKnownProps {
  readonly days: string;
  readonly isWorking: boolean;
  readonly onAllHours: () => void;
}

/** Spaces, but not a reading of them in the period. */
export function NothingKnown({ days, isWorking, onAllHours }: NothingKnownProps) {
  const t = useText();
  return (
    <div className={`${classes.card} ${classes.empty}`}>
      <p>{t("No readings in this period: {days}.", { days })}</p>
      {isWorking && (
        <Button variant="default" onClick={onAllHours}>
          {t("Look at all hours")}
        </Button>
      )}
    </div>
  );
}
