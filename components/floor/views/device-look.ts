import { IconBattery1, IconCircleCheck } from "@tabler/icons-react";
import { ageWords } from "@/components/state/state-words";
import { batteryClass, deviceState } from "@/lib/core/device-health";
import type { SpaceSource } from "@/lib/core/floor";
import type { Text } from "@/lib/core/text";
import { cardWords } from "../card-words";
import type { SpaceFace } from "../space-face";
import { type LegendLine, type Look, type Mark, NO_SENSOR_PAINT } from "./look";
import { stateMark } from "./state-look";

/** Gravest first. */
const HEALTHS = ["offline", "silent", "battery", "waiting", "fine"] as const;
type Health = (typeof HEALTHS)[number];
type Kind = Health | "none";

const MARKS: Record<Kind, Mark> = {
  offline: stateMark("offline"),
  silent: stateMark("stale", "free"),
  battery: { ...stateMark("held"), icon: IconBattery1 },
  waiting: stateMark("unknown"),
  fine: { ...stateMark("free"), icon: IconCircleCheck },
  none: { paint: NO_SENSOR_PAINT, icon: stateMark("unmonitored").icon },
};

function kindWords(kind: Kind, t: Text): string {
  const words: Record<Kind, string> = {
    offline: t("Offline"),
    silent: t("Silent"),
    battery: t("Low battery"),
    waiting: t("Waiting"),
    fine: t("Healthy"),
    none: t("No device"),
  };
  return words[kind];
}

/** What only tells of bookings and events is not waited for. */
const isExpected = ({ senses, expectedIntervalMs }: SpaceSource) => senses || expectedIntervalMs !== null;

function healthOf(source: SpaceSource, now: number): Health {
  const ms = (time: string | null) => (time === null ? null : Date.parse(time));
  const { state } = deviceState(
    {
      vendor: source.vendor,
      heardAt: ms(source.lastReadingAt),
      isOnline: source.online,
      onlineAt: ms(source.offlineAt),
      intervalMs: source.expectedIntervalMs,
    },
    now,
  );
  if (state === "waiting" && !isExpected(source)) return "fine";
  if (state !== "fine") return state;
  return ["critical", "low"].includes(batteryClass(source.battery)) ? "battery" : "fine";
}

/** Devices: the worst that is so with one of a space's sources. */
export function deviceLook(face: SpaceFace, t: Text): Look {
  const { space, minute } = face;
  const { trouble } = cardWords(face, t);
  const healths = space.sources.map((source) => healthOf(source, minute));
  const kind: Kind = HEALTHS.find((health) => healths.includes(health)) ?? "none";
  const at = space.sources[healths.indexOf(kind as Health)];
  const some = t("{count, plural, =0 {no device} one {# device} other {# devices}}", { count: healths.length });
  const bad = healths.filter((health) => health === kind).length;
  const detail = [detailOf(kind, at, minute, t), kind === "fine" || bad < 2 ? "" : t("{bad} of them", { bad })]
    .filter(Boolean)
    .join(", ");
  const headline = kindWords(kind, t);
  return {
    key: kind,
    ...MARKS[kind],
    headline,
    detail: [some, detail].filter(Boolean).join(" · "),
    value: kind === "fine" ? some : headline,
    note: detail,
    sentence: [space.name, headline, some, detail].filter(Boolean).join(", "),
    air: [],
    trouble,
    rank: kind === "none" ? null : HEALTHS.length - HEALTHS.indexOf(kind),
  };
}

function detailOf(kind: Kind, source: SpaceSource | undefined, now: number, t: Text): string {
  if (!source || kind === "none" || kind === "waiting") return "";
  if (kind === "battery") return t("{percent} % left", { percent: Math.round(source.battery ?? 0) });
  const at = kind === "offline" ? source.offlineAt : source.lastReadingAt;
  return at === null ? "" : t("heard {age}", { age: ageWords(Math.max(0, now - Date.parse(at)), t) });
}

export const deviceLegend = (t: Text): LegendLine[] =>
  (["fine", "battery", "waiting", "silent", "offline", "none"] as const).map((kind) => ({
    key: kind,
    word: kindWords(kind, t),
    ...MARKS[kind],
  }));
