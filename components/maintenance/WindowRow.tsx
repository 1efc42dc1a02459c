import { Button } from "@mantine/core";
import { groupOf, kindWord } from "@/components/alerts/alert-views";
import { longWords, type Says } from "@/components/alerts/alert-words";
import { AlertKind } from "@/lib/core/alert";
import type { MaintenanceWindow } from "@/lib/core/maintenance";
import type { Text } from "@/lib/core/text";
import classes from "./Maintenance.module.css";
import { nextWords, whenWords } from "./window-words";

interface WindowRowProps {
  readonly window: MaintenanceWindow;
  readonly says: Says;
  /** Null for those who may not, and where nothing is left to end. */
  readonly onEnd: (() => void) | null;
  /** Null for those who may not, and where something is left to end. */
  readonly onRemove: (() => void) | null;
}

/** One window: of what, why, when, and who set it. */
export function WindowRow({ window, says, onEnd, onRemove }: WindowRowProps) {
  const { t } = says;
  const next = nextWords(window, says, (ms) => longWords(ms, t), t);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.about}>
          {window.spaceId ? window.about : t("Device {name}", { name: window.about })} · {window.name}
        </p>
        <p className={classes.quiet}>
          {[whenWords(window, says), mutedWords(window, t), t("by {name}", { name: window.createdBy })]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <span className={classes.next}>{next}</span>
      {onEnd ? (
        <Button variant="default" size="xs" onClick={onEnd}>
          {window.isOn && !window.weekly ? t("End now") : t("Call off")}
        </Button>
      ) : null}
      {onRemove ? (
        <Button variant="default" size="xs" onClick={onRemove}>
          {t("Remove")}
        </Button>
      ) : null}
    </li>
  );
}

function mutedWords({ mutedKinds }: MaintenanceWindow, t: Text): string {
  if (mutedKinds === null) return "";
  const groups = new Set(
    mutedKinds.map((kind) => {
      const known = AlertKind.safeParse(kind);
      return known.success ? kindWord(groupOf(known.data), t) : kind;
    }),
  );
  return t("only {kinds} stay quiet", { kinds: [...groups].join(", ") });
}
