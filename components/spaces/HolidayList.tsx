import { ActionIcon, Anchor, Button, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { DateTime } from "luxon";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import type { Holidays } from "@/lib/core/working-hours";
import { holidaysFrom, mergeHolidays } from "./hours-text";
import classes from "./SpaceDetails.module.css";
import { plural } from "./space-words";

interface HolidayListProps {
  readonly holidays: Holidays;
  readonly onSave: (holidays: Holidays) => void;
}

const dayWords = (date: string) => DateTime.fromISO(date, { locale: "en-GB" }).toFormat("ccc d LLL yyyy");

/** Days off of a site; many are added by pasting them. */
export function HolidayList({ holidays, onSave }: HolidayListProps) {
  const t = useText();
  const [pasted, setPasted] = useState<string | null>(null);
  const { days, unread } = holidaysFrom(pasted ?? "");
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
            <span className={classes.date}>{dayWords(date)}</span>
            <span className={classes.dayName}>{name}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t("Take {name}, {dayWords}, away", { name, dayWords: dayWords(date) })}
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
            placeholder={t("2026-12-25 Christmas Day\n2027-01-01 New Year")}
            autosize
            minRows={3}
            maxRows={12}
            autoFocus
            value={pasted}
            error={unread.length > 0 ? t("No date in: {join}", { join: unread.slice(0, 3).join(" · ") }) : null}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button size="xs" disabled={days.length === 0} onClick={add}>
              {days.length === 0 ? t("Add days") : t("Add {plural}", { plural: plural(days.length, "day") })}
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
