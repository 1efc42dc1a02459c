import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import { isInOrder } from "@/components/filters/time-range";
import { useText } from "@/components/text/TextProvider";
import { useReplay } from "@/lib/client/use-delivery";
import { type DeliveryLog, useDeliveryLog } from "@/lib/client/use-delivery-log";
import { useNow } from "@/lib/client/use-now";
import { DeliveryList } from "./DeliveryList";
import { DeliveryTable } from "./DeliveryTable";
import type { DeliveryRows } from "./delivery-rows";
import classes from "./InboxLog.module.css";
import { InboxEmpty, InboxFailed, InboxLoading } from "./InboxStates";
import { replayWords } from "./inbox-words";
import { ReplayBar } from "./ReplayBar";
import { filterOf, type InboxView } from "./use-inbox-view";

interface InboxLogProps {
  readonly view: InboxView;
  /** The server's time when the page was made, ms. */
  readonly started: number;
  readonly isPhone: boolean;
}

/** The log itself: rows that stay where they are, what came since as a number, and what can be done with the rows. */
export function InboxLog(props: InboxLogProps) {
  return isInOrder(props.view.choice) ? <Rows {...props} /> : null;
}

function Rows({ view, started, isPhone }: InboxLogProps) {
  const t = useText();
  const log = useDeliveryLog(filterOf(view.choice), started);
  const now = useNow(60_000, started);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { replay, isPending } = useReplay({
    onDone: (result) => {
      setChosen(new Set());
      notifications.show({ message: replayWords(result, t) });
    },
    onFailed: (error) =>
      notifications.show({ message: t("Nothing more was replayed. {message}", { message: t(error.message) }) }),
  });

  if (log.failed) return <InboxFailed onRetry={log.failed.retry} />;
  if (log.items === null) return <InboxLoading />;
  const rows: DeliveryRows = {
    items: log.items,
    chosen: new Set(log.items.map(({ id }) => id).filter((id) => chosen.has(id))),
    onChosen: setChosen,
    openId: view.openId,
    onOpen: view.open,
    now,
  };
  return (
    <section className={classes.log} aria-label={t("Deliveries")} data-outdated={log.isOutdated || undefined}>
      {log.items.length === 0 ? (
        <InboxEmpty view={view} />
      ) : (
        <ReplayBar
          rows={rows}
          hasMore={log.older !== null}
          isUnanswered={log.isUnanswered}
          isBusy={isPending}
          onReplay={replay}
        />
      )}
      <NewsPill log={log} />
      {isPhone ? <DeliveryList rows={rows} /> : <DeliveryTable rows={rows} />}
      {log.older ? (
        <Button variant="default" className={classes.older} loading={log.older.isLoading} onClick={log.older.load}>
          {t("Show older")}
        </Button>
      ) : null}
    </section>
  );
}

/** What came since: shown only when asked for. */
function NewsPill({ log: { news, showNews } }: { readonly log: DeliveryLog }) {
  const t = useText();
  const words = news.more ? t("More than {count} new", { count: news.count }) : t("{count} new", { count: news.count });
  return (
    <div className={classes.news} role="status">
      {news.count > 0 ? (
        <button type="button" onClick={showNews}>
          <IconArrowUp size={14} stroke={2} aria-hidden />
          {words}
        </button>
      ) : null}
    </div>
  );
}
