import { type BatteryClass, type Device, type DeviceState, silenceLimitMs } from "@/lib/core/device-health";
import type { VendorId } from "@/lib/core/observation";
import { type Text, text } from "@/lib/core/text";

export const DEVICE_STATE_WORDS: Record<DeviceState, string> = {
  offline: text("Offline"),
  silent: text("Silent"),
  waiting: text("Never heard"),
  fine: text("Fine"),
};

/** What is asked of somebody, for the filter. */
export const BATTERY_WORDS: Record<BatteryClass, string> = {
  critical: text("Change battery now"),
  low: text("Change battery soon"),
  good: text("Battery is good"),
  unknown: text("Battery not known"),
};

export const VENDOR_NAMES: Record<VendorId, string> = {
  butlr: "Butlr",
  disruptive: "Disruptive Technologies",
  zoom: "Zoom",
};

const MINUTE_MS = 60_000;
/** From here on minutes say nothing to anybody. */
const LONG_MS = 180 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago, in the largest unit that says it. `ms` from then to now. */
export function agoWords(ms: number, t: Text): string {
  if (ms < MINUTE_MS) return t("just now");
  if (ms < HOUR_MS) return t("{minutes} min ago", { minutes: Math.floor(ms / MINUTE_MS) });
  if (ms < DAY_MS) return t("{hours} h ago", { hours: Math.floor(ms / HOUR_MS) });
  return t("{days, plural, one {# day} other {# days}} ago", { days: Math.floor(ms / DAY_MS) });
}

/** "every 10 min, silent after 15 min"; empty where silence is normal or its rhythm is not known. */
export function rhythmWords({ vendor, intervalMs }: Pick<Device, "vendor" | "intervalMs">, t: Text): string {
  const limit = silenceLimitMs({ vendor, intervalMs });
  if (intervalMs === null || limit === null) return t("no rhythm known");
  if (intervalMs >= LONG_MS) {
    const hours = (ms: number) => Math.round(ms / HOUR_MS);
    return t("heard every {hours} h, late after {limit} h", { hours: hours(intervalMs), limit: hours(limit) });
  }
  const minutes = (ms: number) => Math.max(1, Math.round(ms / MINUTE_MS));
  return t("heard every {minutes} min, late after {limit} min", {
    minutes: minutes(intervalMs),
    limit: minutes(limit),
  });
}
