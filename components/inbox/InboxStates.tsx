import { Button, Skeleton } from "@mantine/core";
import classes from "./InboxStates.module.css";
import { type InboxView, RANGES } from "./use-inbox-view";

const LINES = Array.from({ length: 8 }, (_, i) => `line-${i}`);

export function InboxLoading() {
  return (
    <div className={classes.loading} role="status" aria-label="Loading the log">
      {LINES.map((line) => (
        <Skeleton key={line} height={38} radius={0} mb={1} />
      ))}
    </div>
  );
}

export function InboxFailed({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <div className={classes.notice} role="alert">
      <p>The log is not answering. What vendors send is still taken in as long as the database is up.</p>
      <Button variant="default" size="xs" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

/** Nothing to list, and the one thing that may help. */
export function InboxEmpty({ view: { choice, choose, clear } }: { readonly view: InboxView }) {
  const isNarrowed = choice.vendor !== null || choice.outcome !== null || choice.type !== null;
  const when = choice.range === "span" ? "in this span" : `in the ${RANGES[choice.range].label.toLowerCase()}`;
  return (
    <div className={classes.notice}>
      <p>{isNarrowed ? `No such delivery ${when}.` : `Nothing has come ${when}.`}</p>
      {isNarrowed ? (
        <Button variant="default" size="xs" onClick={clear}>
          Clear the filters
        </Button>
      ) : null}
      {!isNarrowed && choice.range !== "30d" ? (
        <Button variant="default" size="xs" onClick={() => choose({ range: "30d" })}>
          Look at the last 30 days
        </Button>
      ) : null}
    </div>
  );
}
