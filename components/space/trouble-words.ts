import { clockTime, type Moment } from "@/components/state/state-words";
import type { SpaceSnapshot, SpaceTrouble } from "@/lib/core/floor";
import { type Text, text } from "@/lib/core/text";
import { sourceWords } from "./source-words";

const SEVERITY_WORDS: Record<SpaceTrouble["severity"], string> = {
  critical: text("Critical"),
  major: text("Major"),
  minor: text("Minor"),
  info: text("Notice"),
};

export interface TroubleWords {
  readonly key: string;
  readonly severity: SpaceTrouble["severity"];
  readonly text: string;
  /** How grave, since when, and whose trouble it is. */
  readonly detail: string;
}

/** What is wrong with the devices of a space, the gravest first. */
export function troubleWords(space: SpaceSnapshot, { now, timeZone }: Moment, t: Text): TroubleWords[] {
  return space.alerts.map(({ source: id, code, phase, severity, text: what, since }) => {
    const at = clockTime(Date.parse(since), timeZone, now, t);
    const source = space.sources.find((one) => one.id === id);
    const parts = [
      t(SEVERITY_WORDS[severity]),
      phase === "noted" ? t("seen {time}, will expire", { time: at }) : t("since {time}", { time: at }),
      source ? sourceWords(source, space, t) : "",
    ];
    return { key: `${id} ${code}`, severity, text: what, detail: parts.filter(Boolean).join(" · ") };
  });
}
