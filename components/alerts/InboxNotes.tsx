import { Button } from "@mantine/core";
import { IconBellOff } from "@tabler/icons-react";
import Link from "next/link";
import type { AlertCounts } from "@/lib/core/alert-counts";
import { clockWords, type Says } from "./alert-words";
import classes from "./InboxNotes.module.css";

/** What maintenance windows keep quiet, and the way to see it. */
export function SuppressedNote({
  counts,
  says,
  onShow,
}: {
  counts: AlertCounts | null;
  says: Says;
  onShow: () => void;
}) {
  const { t } = says;
  if (!counts || counts.suppressed === 0) return null;
  return (
    <p className={classes.note}>
      <IconBellOff size={14} stroke={1.75} aria-hidden />
      <span>{suppressedWords(counts, says)}</span>
      <button type="button" className={classes.link} onClick={onShow}>
        {t("Show")}
      </button>
    </p>
  );
}

function suppressedWords({ suppressed: count, window }: AlertCounts, says: Says): string {
  const { t } = says;
  if (!window || window.count < count)
    return t("{count, plural, one {# alert suppressed} other {# alerts suppressed}} by maintenance windows", { count });
  if (window.until === null)
    return t("{count, plural, one {# alert suppressed} other {# alerts suppressed}} by “{name}”", {
      count,
      name: window.name,
    });
  return t("{count, plural, one {# alert suppressed} other {# alerts suppressed}} by “{name}” until {time}", {
    count,
    name: window.name,
    time: clockWords(window.until, "local", says),
  });
}

/** Nothing to list, said as what it means. */
export function InboxEmpty(props: {
  readonly isNarrowed: boolean;
  readonly isMain: boolean;
  readonly counts: AlertCounts | null;
  readonly says: Says;
  readonly onClear: () => void;
}) {
  const { isNarrowed, isMain, counts, says, onClear } = props;
  const { t } = says;
  if (isNarrowed)
    return (
      <div className={classes.empty}>
        <p>{t("No alert matches.")}</p>
        <Button variant="default" size="xs" onClick={onClear}>
          {t("Clear the filters")}
        </Button>
      </div>
    );
  if (!isMain) return <p className={classes.empty}>{t("Nothing here.")}</p>;
  const { healthy = 0, inMaintenance = 0 } = counts?.devices ?? {};
  return (
    <div className={classes.empty}>
      <p>
        {inMaintenance > 0
          ? t(
              "Nothing needs you. {healthy, plural, one {# device} other {# devices}} healthy, {inMaintenance} in maintenance.",
              { healthy, inMaintenance },
            )
          : t("Nothing needs you. {healthy, plural, one {# device} other {# devices}} healthy.", { healthy })}
      </p>
      {inMaintenance > 0 ? (
        <Link href="/alerts/maintenance" className={classes.link}>
          {t("Maintenance windows")}
        </Link>
      ) : null}
    </div>
  );
}

export function InboxFailed(props: { readonly message: string; readonly says: Says; readonly onRetry: () => void }) {
  const { message, says, onRetry } = props;
  return (
    <div className={classes.empty} role="alert">
      <p>{says.t("The alerts could not be loaded. {message}", { message: says.t(message) })}</p>
      <Button variant="default" size="xs" onClick={onRetry}>
        {says.t("Try again")}
      </Button>
    </div>
  );
}

/** What the keys do, for those who have some. */
export function KeysLine({ mayAct, says }: { readonly mayAct: boolean; readonly says: Says }) {
  const { t } = says;
  const keys = [
    ...(mayAct
      ? [
          ["A", t("acknowledge")],
          ["Z", t("snooze")],
          ["S", t("assign")],
          ["C", t("comment")],
          ["M", t("maintenance")],
        ]
      : []),
    ["O", t("open on plan")],
    ["J K", t("move")],
  ];
  return (
    <p className={classes.keys}>
      {keys.map(([key, word]) => (
        <span key={key}>
          <kbd>{key}</kbd> {word}
        </span>
      ))}
    </p>
  );
}
