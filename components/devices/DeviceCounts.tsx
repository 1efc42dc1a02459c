import { useText } from "@/components/text/TextProvider";
import type { DeviceCounts as Counts } from "@/lib/core/device-health";
import classes from "./Devices.module.css";
import type { DevicesView } from "./use-devices-view";

interface DeviceCountsProps {
  readonly counts: Counts;
  readonly view: DevicesView;
}

/** How many want what. A click shows those, a second one all again. */
export function DeviceCounts({ counts: { states, batteries }, view }: DeviceCountsProps) {
  const t = useText();
  const { choice, choose } = view;
  const tiles = [
    { key: "state", value: "offline", count: states.offline, label: t("Offline"), tone: "crit" },
    { key: "state", value: "silent", count: states.silent, label: t("Silent"), tone: "warn" },
    { key: "battery", value: "critical", count: batteries.critical, label: t("Change battery now"), tone: "crit" },
    { key: "battery", value: "low", count: batteries.low, label: t("Change battery soon"), tone: "warn" },
    { key: "state", value: "waiting", count: states.waiting, label: t("Never heard"), tone: "none" },
    { key: "state", value: "fine", count: states.fine, label: t("Fine"), tone: "ok" },
  ] as const;
  return (
    <fieldset className={classes.tiles} aria-label={t("How the devices are")}>
      {tiles.map(({ key, value, count, label, tone }) => {
        const isChosen = choice[key] === value;
        return (
          <button
            key={value}
            type="button"
            className={classes.tile}
            data-tone={count > 0 ? tone : "none"}
            aria-pressed={isChosen}
            onClick={() => choose({ state: null, battery: null, [key]: isChosen ? null : value })}
          >
            <span className={classes.count}>{count}</span>
            <span className={classes.label}>{label}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
