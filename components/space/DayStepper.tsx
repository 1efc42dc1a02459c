import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { daysAfter } from "@/lib/core/calendar-day";
import classes from "./SpacePanel.module.css";

interface DayStepperProps {
  /** yyyy-mm-dd, both. */
  readonly date: string;
  readonly today: string;
  readonly onDate: (date: string) => void;
}

/** The day before, the day after, and back to today. */
export function DayStepper({ date, today, onDate }: DayStepperProps) {
  const t = useText();
  return (
    <div className={classes.stepper}>
      {date !== today && (
        <UnstyledButton className={classes.toggle} onClick={() => onDate(today)}>
          {t("Back to today")}
        </UnstyledButton>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t("Previous day")}
        onClick={() => onDate(daysAfter(date, -1))}
      >
        <IconChevronLeft size={16} stroke={1.75} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t("Next day")}
        disabled={date >= today}
        className={classes.next}
        onClick={() => onDate(daysAfter(date, 1))}
      >
        <IconChevronRight size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
