import { Button, Skeleton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconRepeat } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { CloseButton } from "@/components/frame/CloseButton";
import { useText } from "@/components/text/TextProvider";
import { vendorName } from "@/components/vendors/vendor-name";
import { serverNow } from "@/lib/client/server-clock";
import { useDelivery, useReplay } from "@/lib/client/use-delivery";
import type { DeliveryDetail } from "@/lib/core/delivery";
import { DeliveryBody } from "./DeliveryBody";
import { DeliveryFates } from "./DeliveryFates";
import classes from "./DeliveryPanel.module.css";
import { exactLag, OUTCOME_MEANING, replayWords, secondsTime, typeWord } from "./inbox-words";
import { OutcomeChip } from "./OutcomeChip";

interface DeliveryPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One delivery: how it ended and why, what became of it, and what it says. */
export function DeliveryPanel({ id, onClose }: DeliveryPanelProps) {
  const t = useText();
  const { data, error, isPending } = useDelivery(id);
  return (
    <section className={classes.panel} aria-label={t("Delivery")}>
      <header className={classes.head}>
        <div className={classes.row}>
          <p className={classes.place}>{data ? vendorName(data.vendor) : t("Delivery")}</p>
          <CloseButton onClick={onClose} />
        </div>
        {data ? (
          <div className={classes.row}>
            <h2 className={classes.name}>{typeWord(data.eventType, t)}</h2>
            <OutcomeChip outcome={data.outcome} />
          </div>
        ) : null}
      </header>
      {isPending ? <Skeleton height={240} m={20} aria-label={t("Loading the delivery")} role="status" /> : null}
      {error && !data ? (
        <p className={classes.problem} role="alert">
          {t(error.message)}
        </p>
      ) : null}
      {data ? <Detail delivery={data} /> : null}
    </section>
  );
}

function Detail({ delivery }: { readonly delivery: DeliveryDetail }) {
  const t = useText();
  const now = serverNow();
  const { replay, isPending } = useReplay({
    onDone: (result) => notifications.show({ message: replayWords(result, t) }),
    onFailed: (error) => notifications.show({ message: t("Not replayed. {message}", { message: t(error.message) }) }),
  });
  return (
    <>
      <div className={classes.section}>
        <div className={classes.row}>
          <p>{t(OUTCOME_MEANING[delivery.outcome])}</p>
          <Button
            size="xs"
            leftSection={<IconRepeat size={14} stroke={1.75} />}
            loading={isPending}
            onClick={() => replay([delivery.id])}
          >
            {t("Replay")}
          </Button>
        </div>
        {delivery.issues.length > 0 ? (
          <ul className={classes.issues} aria-label={t("Issues")}>
            {delivery.issues.map((issue) => (
              <li key={issue}>{issue}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <dl className={classes.section}>
        <Fact name={t("Received")}>{secondsTime(delivery.receivedAt, now, t)}</Fact>
        <Fact name={t("Happened")}>
          {delivery.observedAt ? secondsTime(delivery.observedAt, now, t) : t("does not say")}
        </Fact>
        <Fact name={t("Lag")}>{exactLag(delivery.lagMs, t)}</Fact>
        <Fact name={t("Repeats")}>{delivery.duplicates === 0 ? t("none") : `×${delivery.duplicates}`}</Fact>
        <Fact name={t("Key")}>
          <code title={delivery.key}>{delivery.key.slice(0, 16)}…</code>
        </Fact>
      </dl>
      <DeliveryFates delivery={delivery} now={now} />
      <DeliveryBody body={delivery.body} />
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
