import { clockTime, type Moment } from "@/components/state/state-words";
import type { ClosingChoice } from "@/lib/core/closing-until";
import type { SpaceClosing } from "@/lib/core/floor";
import type { Text } from "@/lib/core/text";

/** What a maintenance window says of its space: "HVAC works", "until Fri 20 Nov 18:00". */
export function closingWords({ name, from, until }: SpaceClosing, moment: Moment, t: Text) {
  const clock = (time: string) => clockTime(Date.parse(time), moment.timeZone, moment.now, t);
  const isOn = Date.parse(from) <= moment.now;
  if (isOn && until === null) return { name, isOn, when: t("until somebody reopens it") };
  if (isOn) return { name, isOn, when: t("until {when}", { when: clock(until ?? from) }) };
  if (until === null) return { name, isOn, when: t("from {start}", { start: clock(from) }) };
  return { name, isOn, when: t("{start} to {end}", { start: clock(from), end: clock(until) }) };
}

/** The choices of how long a space is closed. */
export function choiceWords(choice: ClosingChoice, t: Text): string {
  switch (choice) {
    case "hour":
      return t("For an hour");
    case "four-hours":
      return t("For four hours");
    case "today":
      return t("For the rest of today");
    case "week":
      return t("Until Friday 18:00");
    case "open":
      return t("Until somebody reopens it");
    case "other":
      return t("Until another moment …");
  }
}
