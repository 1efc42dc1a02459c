import { DateTime } from "luxon";
import { dated } from "@/lib/core/dated";
import { intlLocale } from "@/lib/core/locale";
import { shownNumber } from "@/lib/core/shown-number";
import type { ClassReport, CleanUp, StorageClass } from "@/lib/core/storage";
import type { Text } from "@/lib/core/text";

const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** Bytes as people say them: 1.4 GB. */
export function bytesWord(bytes: number, t: Text): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value.toLocaleString(intlLocale(t.locale), { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 })} ${UNITS[power]}`;
}

/** A number of rows; the database only estimates it. */
export const rowsWord = (rows: number, t: Text): string => shownNumber(Math.round(rows), intlLocale(t.locale));

export function className(name: StorageClass, t: Text): string {
  switch (name) {
    case "deliveries":
      return t("Deliveries");
    case "readings":
      return t("Readings");
    case "rollups":
      return t("Hourly and daily figures");
    case "alerts":
      return t("Alerts");
  }
}

export function classMeaning(name: StorageClass, t: Text): string {
  switch (name) {
    case "deliveries":
      return t("Webhooks as they came, for support and replay");
    case "readings":
      return t("Every number of every source, minute by minute");
    case "rollups":
      return t("What history shows: they outlive the readings they are made of");
    case "alerts":
      return t("What was wrong, with everything that was said and done about it; open ones always stay");
  }
}

/** The oldest that is there. */
export function oldestWord({ name, oldest }: Pick<ClassReport, "name" | "oldest">, t: Text): string {
  if (oldest === null) return t("nothing yet");
  return dated(DateTime.fromISO(oldest), name === "readings" ? "LLLL yyyy" : "d LLL yyyy", t);
}

/** What goes next, and when. */
export function nextWord({ name, next }: Pick<ClassReport, "name" | "next">, now: number, t: Text): string {
  if (next === null) return t("Nothing goes");
  const before = DateTime.fromISO(next.before, { zone: "utc" });
  const what =
    name === "readings"
      ? dated(before.minus({ months: 1 }), "LLLL yyyy", t)
      : dated(before.minus({ days: 1 }), "d LLL yyyy", t);
  const at = DateTime.fromISO(next.at, { zone: "utc" });
  if (at.toMillis() <= now) return t("{what} goes within the hour", { what });
  return t("{what} goes on {day}", { what, day: dated(at, "d LLL yyyy", t) });
}

/** What the last clean-up did. */
export function cleanUpWord(cleanUp: CleanUp | null, t: Text): string {
  if (cleanUp === null) return t("Nothing was cleaned up yet. It happens once an hour.");
  const counts = Object.values(cleanUp.removed);
  const partitions = counts.reduce((sum, one) => sum + one.partitions, 0);
  const rows = counts.reduce((sum, one) => sum + one.rows, 0);
  const at = dated(DateTime.fromISO(cleanUp.startedAt), "d LLL HH:mm", t);
  if (cleanUp.finishedAt === null)
    return t(
      "Cleaning up since {at}: {partitions, plural, one {# table} other {# tables}} and {rows, plural, one {# row} other {# rows}} so far.",
      {
        at,
        partitions,
        rows,
      },
    );
  if (partitions + rows === 0) return t("Cleaned up on {at}: nothing was too old.", { at });
  return t(
    "Cleaned up on {at}: {partitions, plural, one {# table} other {# tables}} and {rows, plural, one {# row} other {# rows}} went.",
    {
      at,
      partitions,
      rows,
    },
  );
}
