import { USUAL_WEEKS, type Usual } from "@/lib/core/space-metrics";
import type { Text } from "@/lib/core/text";
import { busierThan, levelOf } from "@/lib/core/usual";
import { weekdayName } from "@/lib/core/weekday-name";

/** "quiet", "moderately busy", "busy"; empty without a count or a capacity. */
export function levelWords(people: number | null, capacity: number | null, t: Text): string {
  if (people === null || capacity === null || capacity <= 0) return "";
  switch (levelOf(people, capacity)) {
    case "quiet":
      return t("quiet");
    case "moderate":
      return t("moderately busy");
    case "busy":
      return t("busy");
  }
}

/** What is usual in this hour, and how now compares; while that is not known, why. `people`: counted now. */
export function usualWords(usual: Usual, people: number | null, t: Text): string {
  const when = `${weekdayName(usual.weekday, t)} ${String(usual.hour).padStart(2, "0")}:00`;
  if (usual.value === null)
    return t("usual for {when} is not known yet: {weeks} of {all} comparable weeks", {
      when,
      all: USUAL_WEEKS,
      weeks: usual.weeks,
    });
  if (usual.unit === "percent")
    return t("usual for {when}: used {value} % of the hour", { when, value: Math.round(usual.value) });
  const said = t("usual for {when} is {value}", { when, value: usual.value });
  if (people === null) return said;
  switch (busierThan(people, usual.value)) {
    case "busier":
      return t("{said} · busier than usual", { said });
    case "quieter":
      return t("{said} · quieter than usual", { said });
    case "as-usual":
      return said;
  }
}
