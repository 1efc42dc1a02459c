import type { PastEvent } from "@/lib/core/past-events";
import type { Text } from "@/lib/core/text";
import { clockWords } from "./past-words";

/** What happened, for a mark on the line: "10:31 CO₂ high: Oak, warning". */
export function eventWords({ at, kind, space, text, alert }: PastEvent, timeZone: string, t: Text): string {
  const time = clockWords(Date.parse(at), timeZone);
  const place = space ?? "";
  const title = alert ? t(alert.title.text, alert.title.values) : "";
  switch (kind) {
    case "alert":
      return t("{time} {title}, {severity, select, critical {critical} warning {warning} other {notice}}", {
        ...{ time, title },
        severity: alert?.severity ?? "notice",
      });
    case "alert-over":
      return t("{time} over: {title}", { time, title });
    case "trouble":
      return t("{time} {space}: {text}", { time, space: place, text: text ?? "" });
    case "booking":
      return t("{time} {space}: a booking starts", { time, space: place });
    case "correction":
      return t("{time} {space}: a count was corrected", { time, space: place });
  }
}
