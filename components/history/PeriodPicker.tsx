import "@mantine/dates/styles.css";
import "dayjs/locale/de";
import "dayjs/locale/es";
import "dayjs/locale/fr";
import "dayjs/locale/ja";
import { Button, Popover } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { useDisclosure } from "@mantine/hooks";
import { IconCalendar } from "@tabler/icons-react";
import { useState } from "react";
import { useLocale, useText } from "@/components/text/TextProvider";
import { type Days, daysWords, PERIODS, periodWords } from "./history-period";
import classes from "./PeriodPicker.module.css";
import type { ChangeView, HistoryView } from "./use-history-view";

interface PeriodPickerProps {
  readonly view: HistoryView;
  readonly onChange: ChangeView;
  readonly days: Days;
  /** yyyy-mm-dd at the site. */
  readonly today: string;
  readonly timeZone: string;
}

/** Presets that move with the day, or any days of the site's calendar. */
export function PeriodPicker({ view, onChange, days, today, timeZone }: PeriodPickerProps) {
  const t = useText();
  const locale = useLocale();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [chosen, setChosen] = useState<[string | null, string | null]>([days.from, days.to]);
  const words = daysWords(days, today, t);
  const choose = (range: [string | null, string | null]) => {
    setChosen(range);
    const [from, to] = range;
    if (!from || !to) return;
    onChange({ period: "custom", from, to, cell: null });
    close();
  };
  return (
    <Popover opened={isOpen} onChange={close} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={16} stroke={1.75} aria-hidden />}
          aria-label={t("Period: {words}", { words })}
          onClick={toggle}
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.box ?? ""} aria-label={t("Period")}>
        <div className={classes.presets}>
          {PERIODS.filter((period) => period !== "custom").map((period) => (
            <Button
              key={period}
              variant={view.period === period ? "light" : "subtle"}
              color="gray"
              size="compact-md"
              justify="flex-start"
              aria-pressed={view.period === period}
              onClick={() => {
                onChange({ period, from: null, to: null, cell: null });
                close();
              }}
            >
              {periodWords(period, t)}
            </Button>
          ))}
        </div>
        <div>
          <DatePicker
            type="range"
            value={chosen}
            onChange={choose}
            maxDate={today}
            locale={locale}
            allowSingleDateInRange
            defaultDate={days.from}
            numberOfColumns={1}
          />
          <p className={classes.zone}>{t("Days in {zone}", { zone: timeZone.replaceAll("_", " ") })}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
