import { clockTime, type Moment } from "@/components/state/state-words";
import type { SpaceSnapshot, SpaceTrouble } from "@/lib/core/floor";
import { sourceWords } from "./source-words";

const SEVERITY_WORDS: Record<SpaceTrouble["severity"], string> = {
  critical: "Critical",
  major: "Major",
  minor: "Minor",
  info: "Notice",
};

export interface TroubleWords {
  readonly key: string;
  readonly severity: SpaceTrouble["severity"];
  readonly text: string;
  /** How grave, since when, and whose trouble it is. */
  readonly detail: string;
}

/** What is wrong with the devices of a space, the gravest first. */
export function troubleWords(space: SpaceSnapshot, { now, timeZone }: Moment): TroubleWords[] {
  return space.alerts.map(({ source: id, code, phase, severity, text, since }) => {
    const at = clockTime(Date.parse(since), timeZone, now);
    const source = space.sources.find((one) => one.id === id);
    const parts = [
      SEVERITY_WORDS[severity],
      phase === "noted" ? `seen ${at}, will expire` : `since ${at}`,
      source ? sourceWords(source, space) : "",
    ];
    return { key: `${id} ${code}`, severity, text, detail: parts.filter(Boolean).join(" · ") };
  });
}
