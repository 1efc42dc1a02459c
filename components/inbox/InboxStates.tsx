import { Button, Skeleton } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import classes from "./InboxStates.module.css";
import { type InboxView, RANGES } from "./use-inbox-view";

const LINES = Array.from({ length: 8 }, (_, i) => `line-${i}`);

export function InboxLoading() {
  const t = useText();
  return (
    <div className={classes.loading} role="status" aria-label={t("Loading the log")}>
      {LINES.map((line) => (
        <Skeleton key={line} height={38} radius={0} mb={1} />
      ))}
    </div>
  );
}

export function InboxFailed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useText();
  return (
    <div className={classes.notice} role="alert">
      <p>{t("The log is not answering. What vendors send is still taken in as long as the database is up.")}</p>
      <Button variant="default" size="xs" onClick={onRetry}>
        {t("Try again")}
      </Button>
    </div>
  );
}

/** Nothing to list, and the one thing that may help. */
export function InboxEmpty({ view: { choice, choose, clear } }: { readonly view: InboxView }) {
  const t = useText();
  const isNarrowed = choice.vendor !== null || choice.outcome !== null || choice.type !== null;
  const when = t(RANGES[choice.range].within);
  return (
    <div className={classes.notice}>
      <p>{isNarrowed ? t("No such delivery {when}.", { when }) : t("Nothing has come {when}.", { when })}</p>
      {isNarrowed ? (
        <Button variant="default" size="xs" onClick={clear}>
          {t("Clear the filters")}
        </Button>
      ) : null}
      {!isNarrowed && choice.range !== "30d" ? (
        <Button variant="default" size="xs" onClick={() => choose({ range: "30d" })}>
          {t("Look at the last 30 days")}
        </Button>
      ) : null}
    </div>
  );
}
