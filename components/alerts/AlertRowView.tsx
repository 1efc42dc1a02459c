// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be placed one by one, which a long list needs
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { IconChevronRight } from "@tabler/icons-react";
import { type MouseEvent, memo, type ReactNode, type Ref } from "react";
import classes from "./AlertList.module.css";
import type { AlertRow } from "./alert-rows";
import { ageOf, impactWords, initials, type Says, sentenceOf, severityWord, statusWords, titleOf } from "./alert-words";
import { SeveritySign } from "./SeveritySign";

interface AlertRowViewProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly index: number;
  /** px */
  readonly top: number;
  readonly row: AlertRow;
  readonly isActive: boolean;
  readonly isPicked: boolean;
  readonly says: Says;
  readonly onClick: (row: AlertRow, event: MouseEvent) => void;
  readonly onPick: (id: string) => void;
  readonly onExpand: (id: string, isOpen: boolean) => void;
  readonly actions: ReactNode;
}

/** What the grid names as its active row. */
export const rowId = (id: string) => `alert-row-${id}`;

/** Lists are put together anew with every word of the feed; what is said of most rows stays the same. */
function isDrawnAlike({ row, ...a }: AlertRowViewProps, { row: next, ...b }: AlertRowViewProps): boolean {
  return (
    row.alert === next.alert &&
    row.level === next.level &&
    row.isExpanded === next.isExpanded &&
    (Object.keys(b) as (keyof typeof b)[]).every((key) => a[key] === b[key])
  );
}

/** One alert: how grave, what, what it means for people, how old, and who has it. */
export const AlertRowView = memo(function AlertRowView(props: AlertRowViewProps) {
  const { ref, index, top, row, isActive, isPicked, says, onClick, onPick, onExpand, actions } = props;
  const { alert, level, isExpanded } = row;
  const { t } = says;
  const title = titleOf(alert, t);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it reads the keys
    <div
      ref={ref}
      id={rowId(alert.id)}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 1}
      aria-level={level}
      aria-selected={isPicked}
      aria-expanded={isExpanded ?? undefined}
      aria-label={sentenceOf(alert, says)}
      aria-current={isActive || undefined}
      data-index={index}
      data-level={level}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(row, event)}
    >
      <div className={classes.line}>
        <div role="gridcell" className={classes.pick}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t("Select {title}", { title })}
            checked={isPicked}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onPick(alert.id)}
          />
        </div>
        <div role="gridcell" className={classes.sign} title={severityWord(alert.severity, t)}>
          <SeveritySign severity={alert.severity} />
        </div>
        <div role="gridcell" className={classes.words}>
          <div className={classes.title}>
            <span>{title}</span>
            {isExpanded === null ? null : (
              <button
                type="button"
                tabIndex={-1}
                className={classes.fold}
                data-open={isExpanded || undefined}
                aria-label={isExpanded ? t("Fold {title}", { title }) : t("Unfold {title}", { title })}
                onClick={(event) => {
                  event.stopPropagation();
                  onExpand(alert.id, !isExpanded);
                }}
              >
                {alert.children}
                <IconChevronRight size={12} stroke={2} aria-hidden />
              </button>
            )}
            {alert.count > 1 ? <span className={classes.chip}>×{alert.count}</span> : null}
          </div>
          <div className={classes.impact}>{impactWords(alert, says)}</div>
        </div>
        <div role="gridcell" className={classes.end}>
          <span className={classes.age}>{ageOf(alert, says)}</span>
          <span className={classes.marks}>
            <span className={classes.chip} data-status={alert.status}>
              {statusWords(alert, says)}
            </span>
            {alert.assignee ? (
              <span className={classes.person} title={alert.assignee.name}>
                {initials(alert.assignee.name)}
              </span>
            ) : null}
          </span>
        </div>
      </div>
      {actions}
    </div>
  );
}, isDrawnAlike);
