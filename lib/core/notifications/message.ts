import { DateTime } from "luxon";
import type { Alert, AlertSeverity } from "../alert";
import { dated } from "../dated";
import type { Text } from "../text";

/** What a message is about: an alert, the same again because nobody acknowledged it, its end, many alerts at once, or a test. */
type MessageType = "alert.opened" | "alert.escalated" | "alert.resolved" | "alerts.summary" | "test";

/** One message in plain words, before it is put into the form of a channel. */
export interface Message {
  /** The same for every try: receivers tell repeats by it. */
  readonly id: string;
  readonly type: MessageType;
  /** One line. */
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** Path of the page it is about. */
  readonly path: string;
  /** The same with the address of this installation; null when that is not known. */
  readonly link: string | null;
  readonly linkWords: string;
  readonly severity: AlertSeverity;
  readonly alertId: string | null;
  /** What programs read; ISO 8601. */
  readonly data: Readonly<Record<string, unknown>>;
}

interface Saying {
  readonly id: string;
  /** From 1; 0: it is over. */
  readonly step: number;
  /** Without a slash at its end; null when nobody said. */
  readonly publicUrl: string | null;
  /** ms */
  readonly now: number;
  readonly t: Text;
}

/** What people are told of an alert: what, where, since when, what it means, and where to look. */
export function alertMessage(alert: Alert, { id, step, publicUrl, now, t }: Saying): Message {
  const type = step === 0 ? "alert.resolved" : step === 1 ? "alert.opened" : "alert.escalated";
  const zone = alert.site?.timeZone ?? "UTC";
  const what = t(alert.title.text, alert.title.values);
  const rows = [
    { label: t("Where"), text: [alert.space, alert.floor, alert.site].flatMap(uniqueName).join(" · ") },
    { label: t("Since"), text: clock(alert.since, zone, t) },
    { label: t("Over"), text: step === 0 && alert.resolvedAt ? clock(alert.resolvedAt, zone, t) : "" },
    { label: t("Details"), text: alert.detail ? t(alert.detail.text, alert.detail.values) : "" },
    { label: t("Impact"), text: step === 0 ? "" : impact(alert, zone, now, t) },
  ].filter(({ text }) => text !== "");
  const path = `/alerts?alert=${alert.id}`;
  return {
    id,
    type,
    title: titleOf(type, what, alert.severity, t),
    rows,
    path,
    link: publicUrl === null ? null : `${publicUrl}${path}`,
    linkWords: t("Open the alert"),
    severity: alert.severity,
    alertId: alert.id,
    data: dataOf(alert, what, step),
  };
}

function titleOf(type: MessageType, what: string, severity: AlertSeverity, t: Text): string {
  if (type === "alert.resolved") return t("Over: {what}", { what });
  if (type === "alert.escalated") return t("Still open: {what}", { what });
  return severity === "critical" ? t("Critical: {what}", { what }) : what;
}

type Named = { readonly name: string } | null;
const uniqueName = (place: Named, i: number, all: readonly Named[]): string[] =>
  place && place.name !== "" && all[i - 1]?.name !== place.name ? [place.name] : [];

function clock(at: string, zone: string, t: Text): string {
  const time = DateTime.fromISO(at, { zone });
  return t("{time} (UTC{offset})", { time: dated(time, "d LLL yyyy HH:mm", t), offset: time.toFormat("ZZ") });
}

function impact({ impact: { people, booking, spaces } }: Alert, zone: string, now: number, t: Text): string {
  const time = (at: string) => DateTime.fromISO(at, { zone }).toFormat("HH:mm");
  const parts = [
    people !== null && people > 0
      ? t("{people, plural, one {# person inside} other {# people inside}}", { people })
      : "",
    booking && Date.parse(booking.startsAt) > now ? t("Next meeting {time}", { time: time(booking.startsAt) }) : "",
    booking && Date.parse(booking.startsAt) <= now
      ? booking.endsAt
        ? t("Meeting until {time}", { time: time(booking.endsAt) })
        : t("Meeting now")
      : "",
    spaces > 1 ? t("{spaces, plural, one {# space} other {# spaces}} affected", { spaces }) : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

function dataOf(alert: Alert, title: string, step: number): Message["data"] {
  const { id, kind, severity, status, since, openedAt, resolvedAt, space, floor, site, source, value, threshold } =
    alert;
  const { impact: means, children } = alert;
  return {
    step,
    alert: {
      ...{
        id,
        title,
        kind,
        severity,
        status,
        since,
        openedAt,
        resolvedAt,
        space,
        floor,
        site,
        source,
        value,
        threshold,
      },
      devices: children,
      people: means.people,
      spaces: means.spaces,
    },
  };
}

/** A message of no worth, to see whether a channel works. */
export function testMessage(
  id: string,
  { publicUrl, name, t }: { publicUrl: string | null; name: string; t: Text },
): Message {
  return {
    id,
    type: "test",
    title: t("Test of “{name}”", { name }),
    rows: [{ label: t("Test"), text: t("If you can read this, notifications arrive here. Nothing is wrong.") }],
    path: "/alerts",
    link: publicUrl === null ? null : `${publicUrl}/alerts`,
    linkWords: t("Open the alerts"),
    severity: "notice",
    alertId: null,
    data: {},
  };
}
