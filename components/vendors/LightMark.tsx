import { IconAlertOctagonFilled, IconCircleCheckFilled, IconCircleDashed, IconHourglass } from "@tabler/icons-react";
import classes from "./LightMark.module.css";
import type { LightWords } from "./vendor-words";

const ICON = {
  off: IconCircleDashed,
  waiting: IconHourglass,
  good: IconCircleCheckFilled,
  bad: IconAlertOctagonFilled,
} as const;

/** The light of a vendor: never colour alone, each has its own shape, and the words say the rest. */
export function LightMark({ words, large = false }: { words: LightWords; large?: boolean }) {
  const Icon = ICON[words.tone];
  return (
    <div className={classes.light} data-tone={words.tone} data-large={large || undefined} data-testid="vendor-light">
      <Icon size={large ? 24 : 18} stroke={1.75} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        {/* The age ticks below; only a change of what is so is read out. */}
        <p className={classes.headline} role="status">
          {words.headline}
        </p>
        <p className={classes.detail} suppressHydrationWarning>
          {words.detail}
        </p>
      </div>
    </div>
  );
}
