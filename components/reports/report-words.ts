import { kindWords } from "@/components/history/SubjectPicker";
import { datedAt } from "@/lib/core/dated";
import type { Report, StopReason } from "@/lib/core/reports/report";
import { periodWords } from "@/lib/core/reports/report-body";
import type { Text } from "@/lib/core/text";
import { weekdayName } from "@/lib/core/weekday-name";

/** "Riverside / Alder House: Rooms" */
export function reportName({ place, kind, type, tag }: Report, t: Text): string {
  if (!place) return t("A place you do not see any more");
  const name = place.kind === "site" ? place.site : `${place.site} / ${place.name}`;
  const what = [type?.name ?? kindWords(kind, t), tag].filter(Boolean).join(", ");
  return t("{place}: {what}", { place: name, what });
}

/** "Every Monday at 07:00" */
export function scheduleWords({ every, weekday }: Pick<Report, "every" | "weekday">, t: Text): string {
  if (every === "month") return t("On the first of each month at 07:00");
  return t("Every {weekday} at 07:00", { weekday: weekdayName(weekday, t, "long") });
}

/** Who gets it; one's own address is "you". */
export function recipientWords({ toOwner, isMine, owner, addresses }: Report, t: Text): string {
  const names = [...(toOwner ? [isMine ? t("you") : owner.email] : []), ...addresses];
  return t("to {names}", { names: names.join(", ") });
}

/** A moment by the clock of the site. */
export const momentWords = (at: string, timeZone: string, t: Text): string =>
  datedAt(Date.parse(at), timeZone, "ccc d LLL HH:mm", t);

/** Why a report stopped by itself. */
export function stoppedWords(reason: StopReason, isMine: boolean, t: Text): string {
  if (reason === "place")
    return isMine
      ? t("Stopped: you do not see this place any more, or it is gone.")
      : t("Stopped: its owner does not see this place any more, or it is gone.");
  if (reason === "role")
    return isMine ? t("Stopped: your role has no reports.") : t("Stopped: its owner’s role has no reports any more.");
  return t("Stopped: its owner has no account any more.");
}

interface LastWords {
  readonly words: string;
  readonly isBad: boolean;
  /** The mail server's own words, or why nothing was sent. */
  readonly answer: string | null;
}

/** What became of the newest period: the worst of its mails speaks. */
export function lastWords({ last, timeZone }: Report, t: Text): LastWords | null {
  if (last === null) return null;
  const values = { days: periodWords(last, t), count: last.mails.length };
  const of = (status: string) => last.mails.find((mail) => mail.status === status);
  const failed = of("failed");
  if (failed)
    return {
      words: t("{days}: given up for {recipient}.", { ...values, recipient: failed.recipient }),
      isBad: true,
      answer: failed.answer,
    };
  const waiting = of("waiting");
  if (waiting) {
    const next = momentWords(waiting.at, timeZone, t);
    const words = t("{days}: waiting, next try {next}.", { ...values, next });
    return { words, isBad: waiting.answer !== null, answer: waiting.answer };
  }
  const skipped = of("skipped");
  if (skipped) return { words: t("{days}: not sent.", values), isBad: true, answer: skipped.answer };
  const at = momentWords(last.mails[0]?.at ?? "", timeZone, t);
  const words = t("{days}: sent {at} to {count, plural, one {# address} other {# addresses}}.", { ...values, at });
  return { words, isBad: false, answer: null };
}
