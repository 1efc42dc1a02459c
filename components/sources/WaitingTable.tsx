import { Kbd } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import type { Source } from "@/lib/core/source";
import { WaitingRow } from "./WaitingRow";
import classes from "./WaitingTable.module.css";
import type { WaitingActions } from "./waiting-actions";

interface WaitingTableProps extends WaitingActions {
  readonly items: readonly Source[];
  readonly selectedId: string | null;
  /** Somebody has just touched this one. */
  readonly touchedId: string | null;
  /** ms */
  readonly now: number;
  readonly isBusy: boolean;
}

/** Everything that waits, one row each. */
export function WaitingTable({ items, selectedId, touchedId, now, isBusy, ...actions }: WaitingTableProps) {
  const t = useText();
  if (items.length === 0) {
    return <p className={classes.empty}>{t("Nothing waits. Every source stands somewhere or is ignored.")}</p>;
  }
  return (
    <>
      <table className={classes.table} aria-label={t("Sources that wait")}>
        <thead>
          <tr>
            <th scope="col">{t("Source")}</th>
            <th scope="col" className={classes.payload}>
              {t("In the payload")}
            </th>
            <th scope="col">{t("Last value")}</th>
            <th scope="col">{t("Suggestion")}</th>
            <th scope="col" className={classes.end}>
              <span className={classes.unseen}>{t("Actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((source) => (
            <WaitingRow
              key={source.id}
              source={source}
              isSelected={source.id === selectedId}
              isTouched={source.id === touchedId}
              now={now}
              isBusy={isBusy}
              {...actions}
            />
          ))}
        </tbody>
      </table>
      <p className={classes.keys}>
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t("move")}
        </span>
        <span>
          <Kbd size="xs">↵</Kbd> {t("accept")}
        </span>
        <span>
          <Kbd size="xs">{t("Ctrl")}</Kbd> <Kbd size="xs">Z</Kbd> {t("undo")}
        </span>
        <span className={classes.note}>{t("Readings from before the mapping are applied to the place.")}</span>
      </p>
    </>
  );
}
