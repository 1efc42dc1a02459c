import { DateTime } from "luxon";
import { ALERT_SEVERITIES, type Alert } from "../alert";
import type { Text } from "../text";
import type { Message } from "./message";

/** One alert that a summary tells. */
export interface Summed {
  readonly alert: Pick<Alert, "id" | "title" | "severity" | "site">;
  /** It tells that the alert is over. */
  readonly isOver: boolean;
  /** When it would have been told, ms. */
  readonly at: number;
}

interface Saying {
  readonly id: string;
  /** Without a slash at its end; null when nobody said. */
  readonly publicUrl: string | null;
  readonly t: Text;
}

/** So many alerts are named. */
const MOST_NAMED = 10;

/** What people are told of alerts that were held back, in place of a message for each. There is at least one. */
export function summaryMessage(all: readonly Summed[], { id, publicUrl, t }: Saying): Message {
  const summed = [...new Map(all.map((one) => [`${one.alert.id} ${one.isOver}`, one])).values()].sort(gravestFirst);
  const over = summed.filter(({ isOver }) => isOver).length;
  const sites = new Map(summed.flatMap(({ alert }) => (alert.site ? [[alert.site.id, alert.site] as const] : [])));
  const [site] = sites.size === 1 && summed.every(({ alert }) => alert.site) ? [...sites.values()] : [];
  const zone = site?.timeZone ?? [...sites.values()][0]?.timeZone ?? "UTC";
  const time = DateTime.fromMillis(Math.min(...all.map(({ at }) => at)), { zone }).toFormat("HH:mm");
  const isAllOver = over === summed.length;
  const rest = summed.length - MOST_NAMED;
  const path = site ? `/alerts?site=${site.id}` : "/alerts";
  return {
    id,
    type: "alerts.summary",
    title: titleOf({ count: isAllOver ? over : summed.length - over, isAllOver, site: site?.name ?? null, time }, t),
    rows: [
      ...(sites.size > 1 ? [{ label: t("Where"), text: [...sites.values()].map(({ name }) => name).join(" · ") }] : []),
      ...(over > 0 && !isAllOver ? [{ label: t("Over"), text: alerts(over, t) }] : []),
      ...summed.slice(0, MOST_NAMED).map((one) => ({ label: labelOf(one, t), text: titleWords(one, t) })),
      ...(rest > 0 ? [{ label: t("More"), text: alerts(rest, t) }] : []),
    ],
    path,
    link: publicUrl === null ? null : `${publicUrl}${path}`,
    linkWords: t("Open the alerts"),
    severity: summed[0]?.alert.severity ?? "notice",
    alertId: null,
    data: {},
  };
}

const grade = ({ alert, isOver }: Summed) => ALERT_SEVERITIES.indexOf(alert.severity) + (isOver ? 10 : 0);
const gravestFirst = (a: Summed, b: Summed) => grade(a) - grade(b) || a.at - b.at;

const alerts = (count: number, t: Text) => t("{count, plural, one {# alert} other {# alerts}}", { count });
const titleWords = ({ alert: { title } }: Summed, t: Text) => t(title.text, title.values);

function labelOf({ alert, isOver }: Summed, t: Text): string {
  if (isOver) return t("Over");
  return { critical: t("Critical"), warning: t("Warning"), notice: t("Notice") }[alert.severity];
}

interface Title {
  readonly count: number;
  readonly isAllOver: boolean;
  /** Null for several sites, or none. */
  readonly site: string | null;
  readonly time: string;
}

function titleOf({ count, isAllOver, site, time }: Title, t: Text): string {
  if (isAllOver)
    return site === null
      ? t("{count, plural, one {# more alert has ended} other {# more alerts have ended}} since {time}", {
          count,
          time,
        })
      : t("{count, plural, one {# more alert has ended} other {# more alerts have ended}} in {site} since {time}", {
          ...{ count, site, time },
        });
  return site === null
    ? t("{count, plural, one {# more alert} other {# more alerts}} since {time}", { count, time })
    : t("{count, plural, one {# more alert} other {# more alerts}} in {site} since {time}", { count, site, time });
}
