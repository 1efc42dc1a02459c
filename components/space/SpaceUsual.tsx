import { DateTime } from "luxon";
import { useText } from "@/components/text/TextProvider";
import { useUsual } from "@/lib/client/use-history";
import type { SpaceSnapshot } from "@/lib/core/floor";
import classes from "./SpacePanel.module.css";
import { levelWords, usualWords } from "./usual-words";

interface SpaceUsualProps {
  readonly space: SpaceSnapshot;
  /** Counted now; null when nobody counts. */
  readonly people: number | null;
  /** The server's clock, ms. */
  readonly now: number;
}

/** How busy that is, and what is usual in this hour of the week; nothing where no sensor could say. */
export function SpaceUsual({ space, people, now }: SpaceUsualProps) {
  const t = useText();
  const isSensed = space.sources.some(({ senses }) => senses);
  const hour = DateTime.fromMillis(now, { zone: "utc" }).startOf("hour").toISO({ suppressMilliseconds: true });
  const { data } = useUsual(isSensed ? space.id : null, hour ?? "");
  const level = levelWords(people, space.capacity, t);
  const usual = data ? usualWords(data, people, t) : "";
  if (level === "" && usual === "") return null;
  return <p className={classes.quiet}>{[level, usual].filter(Boolean).join(" · ")}</p>;
}
