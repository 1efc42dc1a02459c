import { UnstyledButton } from "@mantine/core";
import type { CSSProperties } from "react";
import { useText } from "@/components/text/TextProvider";
import { weekdayName } from "@/lib/core/weekday-name";
import classes from "./History.module.css";
import type { Grid, GridCell } from "./prepare-heatmap";

interface HeatmapGridProps {
  readonly grid: Grid;
  readonly label: string;
  readonly unit: string;
  /** Weekday and hour of the opened cell, "2-11"; null for none. */
  readonly open: string | null;
  /** Left out where cells open nothing. */
  readonly onOpen?: (cell: string | null) => void;
  readonly isSmall?: boolean;
}

const hourText = (hour: number) => String(hour).padStart(2, "0");
const keyOf = ({ weekday, hour }: GridCell) => `${weekday}-${hour}`;

/** Hour by weekday, with its number in every cell. What was hardly seen is hatched, never coloured. */
export function HeatmapGrid({ grid, label, unit, open, onOpen, isSmall = false }: HeatmapGridProps) {
  const t = useText();
  return (
    // On a narrow screen it scrolls: where nothing inside has the focus, it must have it.
    <div className={classes.grid} tabIndex={onOpen ? undefined : 0}>
      <table aria-label={label} style={{ "--hours": grid.hours.length } as CSSProperties}>
        <thead>
          <tr>
            <th aria-hidden />
            {grid.hours.map((hour) => (
              <th key={hour} scope="col">
                {hourText(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ weekday, cells }) => (
            <tr key={weekday}>
              <th scope="row">{weekdayName(weekday, t)}</th>
              {cells.map((cell, i) => (
                <td key={grid.hours[i]}>
                  {cell && (
                    <Cell
                      cell={cell}
                      unit={unit}
                      isSmall={isSmall}
                      isOpen={keyOf(cell) === open}
                      onOpen={onOpen && (() => onOpen(keyOf(cell) === open ? null : keyOf(cell)))}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly cell: GridCell;
  readonly unit: string;
  readonly isSmall: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (() => void) | undefined;
}

function Cell({ cell, unit, isSmall, isOpen, onOpen }: CellProps) {
  const t = useText();
  const { weekday, hour, text, level, isKnown, coverage, days } = cell;
  const when = `${weekdayName(weekday, t, "long")} ${hourText(hour)}:00`;
  const words = isKnown
    ? t("{when}: {text} {unit}, coverage {coverage}, {days, plural, one {# day} other {# days}}", {
        when,
        text,
        unit,
        coverage,
        days,
      })
    : t("{when}: nothing known", { when });
  const face = {
    className: `${classes.cell} ${classes.level}`,
    "data-level": level ?? undefined,
    "data-thin": level === null || undefined,
    "data-small": isSmall || undefined,
    title: words,
  };
  const number = text && <span>{text}</span>;
  if (!onOpen)
    return (
      <div {...face} role="img" aria-label={words}>
        {number}
      </div>
    );
  return (
    <UnstyledButton {...face} aria-label={words} aria-pressed={isOpen} onClick={onOpen}>
      {number}
    </UnstyledButton>
  );
}
