import { Button, SegmentedControl, Skeleton } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { DateTime } from "luxon";
import { useState } from "react";
import { CloseButton } from "@/components/frame/CloseButton";
import { tell, tellFailure } from "@/components/frame/tell";
import { copyText } from "@/lib/client/copy-text";
import { useHandover } from "@/lib/client/use-inbox-extras";
import { clockWords, type Says } from "./alert-words";
import classes from "./HandoverPanel.module.css";
import { handoverParts, handoverText } from "./handover-text";

interface HandoverPanelProps {
  /** Since when alerts are new to who looks, ISO 8601; null on their first visit. */
  readonly lookedAt: string | null;
  readonly says: Says;
  readonly onOpen: (id: string) => void;
  /** Null where the panel is always there. */
  readonly onClose: (() => void) | null;
}

type Since = "look" | "shift" | "day";

/** The last time the clock showed this hour, ISO 8601. */
function lastTime(hour: number, now: number): string {
  const today = DateTime.fromMillis(now).set({ hour, minute: 0, second: 0, millisecond: 0 });
  return (today.toMillis() <= now ? today : today.minus({ days: 1 })).toUTC().toISO() ?? new Date(now).toISOString();
}

const EVENING = 18;

/** What happened since somebody last looked, to read in a minute or to hand over. */
export function HandoverPanel({ lookedAt, says, onOpen, onClose }: HandoverPanelProps) {
  const { t, now } = says;
  const [wanted, setWanted] = useState<Since>("look");
  const since = wanted === "look" && lookedAt === null ? "shift" : wanted;
  const minute = Math.floor(now / 60_000) * 60_000;
  const at = { look: lookedAt, shift: lastTime(EVENING, minute), day: new Date(minute - 24 * 3_600_000).toISOString() }[
    since
  ];
  const { data, error } = useHandover(at);
  const choices = [
    ...(lookedAt === null ? [] : [{ value: "look", label: t("You last looked") }]),
    { value: "shift", label: clockWords(lastTime(EVENING, minute), "local", says) },
    { value: "day", label: t("24 h ago") },
  ];
  const copy = async () => {
    if (!data) return;
    if (await copyText(handoverText(data, says))) tell(t("Copied as text."));
    else tellFailure(null, t("The browser does not let this page copy."));
  };
  const parts = data ? handoverParts(data, says) : null;
  return (
    <section className={classes.panel} aria-label={t("What happened")}>
      <header className={classes.head}>
        <div className={classes.row}>
          <h2 className={classes.title}>
            {at ? t("Since {time}", { time: clockWords(at, "local", says) }) : t("What happened")}
          </h2>
          <Button
            variant="default"
            size="xs"
            disabled={!data}
            leftSection={<IconCopy size={14} stroke={1.75} aria-hidden />}
            onClick={() => void copy()}
          >
            {t("Copy as text")}
          </Button>
          {onClose ? <CloseButton onClick={onClose} /> : null}
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t("Since when")}
          data={choices}
          value={since}
          onChange={(value) => setWanted(value as Since)}
        />
      </header>
      {error && !data ? (
        <p className={classes.quiet} role="alert">
          {t(error.message)}
        </p>
      ) : null}
      {parts === null && !error ? <Skeleton height={160} m={20} role="status" aria-label={t("Loading")} /> : null}
      {parts?.length === 0 ? <p className={classes.quiet}>{t("Nothing happened.")}</p> : null}
      {parts?.map(({ name, lines }) => (
        <section key={name} className={classes.part}>
          <h3>
            {name} <span className={classes.count}>{lines.length}</span>
          </h3>
          <ul>
            {lines.map(({ key, alertId, text, time }) => (
              <li key={key}>
                <span className={classes.time}>{time}</span>
                {alertId === null ? (
                  <span>{text}</span>
                ) : (
                  <button type="button" onClick={() => onOpen(alertId)}>
                    {text}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
