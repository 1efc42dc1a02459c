import type { Alert } from "@/lib/core/alert";
import type { Handover } from "@/lib/core/alert-detail";
import type { Words } from "@/lib/core/words";
import { clockWords, impactWords, placeWords, type Says, titleOf, zoneOf } from "./alert-words";

/** One line of a handover. */
interface HandoverLine {
  readonly key: string;
  /** The alert it is about; null when it is about none. */
  readonly alertId: string | null;
  readonly text: string;
  /** When, on the clock of the place; "" when that says nothing. */
  readonly time: string;
}

/** A heading with its lines; headings without lines are left out. */
export interface HandoverPart {
  readonly name: string;
  readonly lines: readonly HandoverLine[];
}

/** What happened since somebody looked, in the order in which people ask. */
export function handoverParts(handover: Handover, says: Says): HandoverPart[] {
  const { t } = says;
  const about = (alert: Alert, at: string): HandoverLine => ({
    key: alert.id,
    alertId: alert.id,
    text: [titleOf(alert, t), placeOf(alert, t), impactWords(alert, says)].filter(Boolean).join(" · "),
    time: clockWords(at, zoneOf(alert), says),
  });
  const local = (at: string) => clockWords(at, "local", says);
  const parts: HandoverPart[] = [
    { name: t("New"), lines: handover.opened.map((alert) => about(alert, alert.openedAt)) },
    { name: t("Cleared"), lines: handover.cleared.map((alert) => about(alert, alert.resolvedAt ?? alert.lastAt)) },
    { name: t("Still open"), lines: handover.stillOpen.map((alert) => about(alert, alert.since)) },
    {
      name: t("Newly silent devices"),
      lines: handover.silentDevices.map(({ id, name, space, since }) => ({
        key: id,
        alertId: null,
        text: [name, space?.name].filter(Boolean).join(" · "),
        time: local(since),
      })),
    },
    {
      name: t("Booked and empty"),
      lines: handover.ghostRooms.map(({ id, name, since }) => ({
        key: id,
        alertId: null,
        text: name,
        time: local(since),
      })),
    },
    {
      name: t("Settings changed"),
      lines: handover.changes.map(({ at, who, words, object }, i) => ({
        key: `${at} ${i}`,
        alertId: null,
        text: [who, t(words.text, words.values), said(words, object) ? "" : object].filter(Boolean).join(" · "),
        time: local(at),
      })),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** Do the words name it already? */
const said = ({ values }: Words, object: string) => Object.values(values).includes(object);

/** A title that names the place need not be followed by it. */
function placeOf(alert: Alert, t: Says["t"]): string {
  const title = titleOf(alert, t);
  const place = placeWords(alert);
  return alert.space && title.includes(alert.space.name) ? place.split(" · ").slice(1).join(" · ") : place;
}

/** The same as plain text, to be sent to a colleague. */
export function handoverText(handover: Handover, says: Says): string {
  const { t } = says;
  const since = clockWords(handover.at, "local", says);
  const parts = handoverParts(handover, says);
  const head = t("Alerts since {since}", { since });
  if (parts.length === 0) return `${head}\n${t("Nothing happened.")}\n`;
  const blocks = parts.map(({ name, lines }) =>
    [`${name} (${lines.length})`, ...lines.map(({ text, time }) => `- ${[time, text].filter(Boolean).join(" ")}`)].join(
      "\n",
    ),
  );
  return `${[head, ...blocks].join("\n\n")}\n`;
}
