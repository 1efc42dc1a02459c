import { Button, Select, Skeleton } from "@mantine/core";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { TextFilter } from "@/components/filters/TextFilter";
import { useText } from "@/components/text/TextProvider";
import { useNotificationLog } from "@/lib/client/use-notification-log";
import { OUTCOMES, SENT_BY } from "@/lib/core/notifications/delivery";
import { LogEntry } from "./LogEntry";
import classes from "./Notifications.module.css";
import { outcomeWord, sentByWord } from "./notification-words";

const CHOICE = {
  status: parseAsStringLiteral(OUTCOMES),
  by: parseAsStringLiteral(SENT_BY),
  alert: parseAsString,
  find: parseAsString,
};

/** What was sent to whom, and what came of it. */
export function LogTab() {
  const t = useText();
  const [choice, choose] = useQueryStates(CHOICE);
  const search = new URLSearchParams();
  if (choice.status) search.set("status", choice.status);
  if (choice.by) search.set("channel", choice.by);
  if (choice.alert) search.set("alert", choice.alert);
  if (choice.find) search.set("q", choice.find);
  const log = useNotificationLog(search.toString());
  const items = log.data?.pages.flatMap((page) => page.items) ?? null;
  const counts = log.data?.pages[0]?.counts;
  const isNarrowed = search.size > 0;
  return (
    <>
      <div className={classes.filters}>
        <Select
          size="sm"
          clearable
          aria-label={t("Outcome")}
          placeholder={t("Any outcome")}
          data={OUTCOMES.map((value) => ({ value, label: outcomeWord(value, t) }))}
          value={choice.status}
          onChange={(value) => void choose({ status: OUTCOMES.find((one) => one === value) ?? null })}
        />
        <Select
          size="sm"
          clearable
          aria-label={t("Sent by")}
          placeholder={t("Any way")}
          data={SENT_BY.map((value) => ({ value, label: sentByWord(value, t) }))}
          value={choice.by}
          onChange={(value) => void choose({ by: SENT_BY.find((one) => one === value) ?? null })}
        />
        <TextFilter
          key={choice.find ?? ""}
          label={t("Find in what was sent")}
          placeholder={t("Alert, recipient or answer")}
          text={choice.find}
          onChoose={(find) => void choose({ find })}
        />
        {isNarrowed ? (
          <Button
            size="sm"
            variant="subtle"
            onClick={() => void choose({ status: null, by: null, alert: null, find: null })}
          >
            {t("Show everything")}
          </Button>
        ) : null}
      </div>
      {counts ? (
        <p className={`${classes.hint} ${classes.counts}`}>
          {t(
            "In the last 24 hours: {sent, number} sent, {waiting, number} waiting, {failed, number} given up, {skipped, number} not needed any more.",
            counts,
          )}
        </p>
      ) : null}
      {log.error && !items ? (
        <div className={classes.empty} role="alert">
          <p>{t("The log could not be loaded. {message}", { message: t(log.error.message) })}</p>
          <Button variant="default" onClick={() => void log.refetch()}>
            {t("Try again")}
          </Button>
        </div>
      ) : null}
      {items === null && !log.error ? <Skeleton height={200} role="status" aria-label={t("Loading the log")} /> : null}
      {items?.length === 0 ? (
        <div className={classes.empty}>
          <p>{isNarrowed ? t("Nothing like that was sent in the last 90 days.") : t("Nothing was sent yet.")}</p>
        </div>
      ) : null}
      {items && items.length > 0 ? (
        <ul
          className={`${classes.list} ${classes.log}`}
          data-outdated={log.isPlaceholderData || undefined}
          aria-label={t("What was sent")}
        >
          {items.map((item) => (
            <LogEntry key={item.id} item={item} />
          ))}
        </ul>
      ) : null}
      {log.hasNextPage ? (
        <div className={classes.more}>
          <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t("Show older ones")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
