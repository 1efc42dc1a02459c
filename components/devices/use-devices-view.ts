import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { DeviceFilter } from "@/lib/client/use-devices";
import { BATTERY_CLASSES, DEVICE_SORTS, DEVICE_STATES } from "@/lib/core/device-health";
import { VENDORS } from "@/lib/core/observation";

const VIEW = {
  state: parseAsStringLiteral(DEVICE_STATES),
  battery: parseAsStringLiteral(BATTERY_CLASSES),
  vendor: parseAsStringLiteral(VENDORS),
  floor: parseAsString,
  q: parseAsString,
  sort: parseAsStringLiteral(DEVICE_SORTS).withDefault("attention"),
  /** Grouped by floor, in the order one walks. */
  walk: parseAsBoolean.withDefault(false),
};

/** What of the devices is shown lives in the address, so a link shows the same rows. */
export function useDevicesView() {
  const [choice, setChoice] = useQueryStates(VIEW);
  const { walk, sort, ...which } = choice;
  const filter: DeviceFilter = { ...which, sort: walk ? "place" : sort };
  return {
    choice,
    filter,
    isFiltered: Object.values(which).some((value) => value !== null),
    choose: (change: Partial<typeof choice>) => void setChoice(change),
    clear: () => void setChoice({ state: null, battery: null, vendor: null, floor: null, q: null }),
  };
}

export type DevicesView = ReturnType<typeof useDevicesView>;
