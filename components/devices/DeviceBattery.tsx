import { IconBattery1, IconBattery2, IconBattery4, IconBatteryExclamation } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { BatteryClass } from "@/lib/core/device-health";
import classes from "./Devices.module.css";
import { BATTERY_WORDS } from "./device-words";

const ICONS = { critical: IconBatteryExclamation, low: IconBattery1, good: IconBattery4 } as const;

interface DeviceBatteryProps {
  /** %; null when it never said. */
  readonly percent: number | null;
  readonly battery: BatteryClass;
}

/** What is left, and what that asks for. */
export function DeviceBattery({ percent, battery }: DeviceBatteryProps) {
  const t = useText();
  if (percent === null || battery === "unknown") return <span className={classes.quiet}>–</span>;
  const Icon = battery === "good" && percent < 60 ? IconBattery2 : ICONS[battery];
  return (
    <span className={classes.battery} data-battery={battery}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {Math.round(percent)} %
      {battery === "good" ? null : <span className={classes.asks}>{t(BATTERY_WORDS[battery])}</span>}
    </span>
  );
}
