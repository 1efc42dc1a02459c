import type { Suppression } from "@/lib/core/alerts/condition";
import { maintenanceChange, spansAhead } from "@/lib/core/maintenance";
import { spanAt } from "@/lib/core/span";
import type { LiveWindow } from "@/lib/db/alerts/windows";
import type { SuppressionOf } from "./judge-sources";

/** Which windows keep what quiet at a moment (ms); weekly times are read on the clock of the place. */
export function suppressionBy(windows: readonly LiveWindow[], now: number): SuppressionOf {
  return (way, sourceId, kind) => {
    for (const window of windows) {
      const covers =
        (window.sourceId !== null && window.sourceId === sourceId) ||
        (window.spaceId !== null && (way?.wayUp.includes(window.spaceId) ?? false));
      if (!covers || (window.mutedKinds !== null && !window.mutedKinds.includes(kind))) continue;
      const span = spanAt(spansAhead({ ...window, timeZone: way?.calendar.timeZone ?? "UTC" }, now), now);
      if (span) return { id: window.id, name: window.name, until: span.until };
    }
    return null;
  };
}

/** What keeps quiet what is about all of these: only what covers each of them; the one that ends first. */
export function commonSuppression(each: readonly (Suppression | null)[]): Suppression | null {
  const all = each.filter((one) => one !== null);
  if (all.length === 0 || all.length < each.length) return null;
  return all.reduce((first, one) => (endOf(one) < endOf(first) ? one : first));
}

const endOf = ({ until }: Suppression) => until ?? Number.POSITIVE_INFINITY;

const HOUR_MS = 3_600_000;

/** When a window begins or ends next, ms. Weekly ones may stand in any zone: they are looked at every hour. */
export function windowsChangeAt(windows: readonly LiveWindow[], now: number): number | null {
  const changes = windows.map((window) => {
    if (window.weekly !== null) return (Math.floor(now / (HOUR_MS / 4)) + 1) * (HOUR_MS / 4);
    return maintenanceChange({ ...window, timeZone: "UTC" }, now);
  });
  const ahead = changes.filter((at) => at !== null);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
