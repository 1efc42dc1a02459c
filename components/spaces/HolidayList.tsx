import { ActionIcon, Anchor, Button, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { DateTime } from "luxon";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { dated } from "@/lib/core/dated";
import type { Text } from "@/lib/core/text";
import type { Holidays } from "@/lib/core/working-hours";
import { holidaysFrom, mergeHolidays } from "./hours-text";
import classes from "./SpaceDetails.module.css";

interface HolidayListProps {
  readonly holidays: Holidays;
  readonly onSave: (holidays: Holidays) => void;
}

const dayWords = (date: string, t: Text) => dated(DateTime.fromISO(date), "ccc d LLL yyyy", t);

/** Days off of a site; many are added by pasting them. */
export function HolidayList({ holidays, onSave }: HolidayListProps) {
  const t = useText();
  const [pasted, setPasted] = useState<string | null>(null);
  const { days, unread } = holidaysFrom(pasted ?? "", t);
  const add = () => {
    onSave(mergeHolidays(holidays, days));
    setPasted(null);
  };
  return (
    <div>
      <h3 className={classes.label}>{t("Holidays")}</h3>
      {holidays.length === 0 && pasted === null ? <p className={classes.value}>{t("None.")}</p> : null}
      <ul className={classes.days}>
        {holidays.map(({ date, name }) => (
          <li key={date}>
            <span className={classes.date}>{dayWords(date, t)}</span>
            <span className={classes.dayName}>{name}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t("Take {name}, {day}, away", { name, day: dayWords(date, t) })}
              onClick={() => onSave(holidays.filter((day) => day.date !== date))}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {pasted === null ? (
        <Anchor component="button" type="button" size="xs" onClick={() => setPasted("")}>
          {t("Add holidays")}
        </Anchor>
      ) : (
        <>
          <Textarea
            label={t("One day a line")}
            placeholder={`2026-12-25 ${t("Christmas Day")}\n2027-01-01 ${t("New Year")}`}
            autosize
            minRows={3}
            maxRows={12}
            autoFocus
            value={pasted}
            error={unread.length > 0 ? t("No date in: {lines}", { lines: unread.slice(0, 3).join(" · ") }) : null}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button size="xs" disabled={days.length === 0} onClick={add}>
              {t("{count, plural, =0 {Add days} one {Add # day} other {Add # days}}", { count: days.length })}
            </Button>
            <Button size="xs" variant="default" onClick={() => setPasted(null)}>
              {t("Cancel")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
