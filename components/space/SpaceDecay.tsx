import { Tooltip } from "@mantine/core";
import type { Moment } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { useAirDecay } from "@/lib/client/use-air-decay";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { decayMeaning, decayWords } from "./decay-words";
import classes from "./SpaceAir.module.css";

interface SpaceDecayProps extends Moment {
  readonly space: Pick<SpaceSnapshot, "id" | "metrics">;
}

/** How the air cleared after the last person; nothing where no CO₂ is measured or nothing is known yet. */
export function SpaceDecay({ space, now, timeZone }: SpaceDecayProps) {
  const t = useText();
  const { data } = useAirDecay(space.metrics.co2 ? space.id : null);
  const words = data ? decayWords(data, { now, timeZone }, t) : "";
  if (!data || words === "") return null;
  return (
    <Tooltip
      label={decayMeaning(data, t)}
      multiline
      maw={300}
      openDelay={300}
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what it means must be reachable by keyboard */}
      <p className={classes.decay} data-slow={data.last?.isSlow || undefined} tabIndex={0}>
        {words}
      </p>
    </Tooltip>
  );
}
