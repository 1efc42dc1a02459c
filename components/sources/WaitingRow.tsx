import { Button } from "@mantine/core";
import { type DragEvent, useEffect, useRef } from "react";
import { useText } from "@/components/text/TextProvider";
import type { Source } from "@/lib/core/source";
import { Confidence } from "./Confidence";
import { SparkLine } from "./SparkLine";
import { kindWords, lastValueWords, payloadWords, placeWords, sourceTitle } from "./source-row-words";
import classes from "./WaitingTable.module.css";
import { DRAGGED_SOURCE, type WaitingActions } from "./waiting-actions";

interface WaitingRowProps extends WaitingActions {
  readonly source: Source;
  readonly isSelected: boolean;
  readonly isTouched: boolean;
  readonly now: number;
  readonly isBusy: boolean;
}

function drag(event: DragEvent, source: Source) {
  event.dataTransfer.setData(DRAGGED_SOURCE, source.id);
  event.dataTransfer.effectAllowed = "link";
}

/** One that waits: what it is, what it said, and where it probably stands. */
export function WaitingRow(props: WaitingRowProps) {
  const t = useText();
  const { source, isSelected, isTouched, now, isBusy, onSelect, onAccept, onIgnore } = props;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isTouched) row.current?.scrollIntoView({ block: "center" });
  }, [isTouched]);
  const suggestion = source.waiting?.suggestion ?? null;
  const { first, others } = payloadWords(source, t);
  const last = lastValueWords(source, now, t);
  const title = sourceTitle(source);
  const place = suggestion ? placeWords(suggestion.space) : null;
  return (
    <tr
      ref={row}
      className={classes.row}
      data-selected={isSelected || undefined}
      data-touched={isTouched || undefined}
      draggable
      onDragStart={(event) => drag(event, source)}
      onClick={() => onSelect(source.id)}
    >
      <td>
        <button
          type="button"
          data-row={source.id}
          className={classes.name}
          title={title}
          aria-current={isSelected || undefined}
          aria-label={
            place !== null && suggestion
              ? t("{title}, suggested: {place}, {confidence} %", { title, place, confidence: suggestion.confidence })
              : t("{title}, no suggestion", { title })
          }
        >
          {title}
        </button>
        <span className={classes.muted}>{kindWords(source, t)}</span>
      </td>
      <td className={classes.payload} title={others.join("\n")}>
        {first}
        {others.length > 0 ? (
          <span className={classes.muted}>{t("and {count} more", { count: others.length })}</span>
        ) : null}
      </td>
      <td>
        <span className={classes.last}>
          <SparkLine line={source.waiting?.sparkline ?? null} />
          <span>
            <span className={classes.value}>{last?.value ?? t("no reading")}</span>
            <span className={classes.muted}>{last?.age ?? t("only words so far")}</span>
          </span>
        </span>
      </td>
      <td>
        {suggestion ? (
          <>
            <span className={classes.place} title={place ?? ""}>
              {place}
            </span>
            <Confidence suggestion={suggestion} />
          </>
        ) : (
          <span className={classes.choose}>{t("Choose a place")}</span>
        )}
      </td>
      <td className={classes.end}>
        {suggestion ? (
          <Button
            size="xs"
            variant={isSelected ? "filled" : "default"}
            disabled={isBusy}
            aria-label={t("Map {title} to {place}", { title, place: place ?? "" })}
            rightSection={isSelected ? <span className={classes.enter}>↵</span> : null}
            onClick={(event) => {
              event.stopPropagation();
              onAccept(source);
            }}
          >
            {t("Map")}
          </Button>
        ) : (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            disabled={isBusy}
            aria-label={t("Ignore {title}", { title })}
            onClick={(event) => {
              event.stopPropagation();
              onIgnore(source);
            }}
          >
            {t("Ignore")}
          </Button>
        )}
      </td>
    </tr>
  );
}
