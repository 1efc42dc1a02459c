import type { AirLimits } from "@/lib/core/air-limits";
import type { Text } from "@/lib/core/text";
import type { SpaceFace } from "../space-face";
import { airLegend, airLook } from "./air-look";
import { bookingLegend, bookingLook } from "./booking-look";
import { deviceLegend, deviceLook } from "./device-look";
import type { FloorShow } from "./floor-shows";
import type { LegendLine, Look } from "./look";
import { stateLegend, stateLook } from "./state-look";
import { utilizationLegend, utilizationLook } from "./utilization-look";

/** How a space looks in the view it is drawn for. */
export function lookOf(face: SpaceFace, t: Text): Look {
  switch (face.show) {
    case "occupancy":
      return stateLook(face, t);
    case "utilization":
      return utilizationLook(face, t);
    case "bookings":
      return bookingLook(face, t);
    case "devices":
      return deviceLook(face, t);
    default:
      return airLook(face, face.show, t);
  }
}

/** The lines of a view's legend, calm to loud; `limits` are those of the floor. */
export function legendOf(show: FloorShow, limits: AirLimits, t: Text): LegendLine[] {
  switch (show) {
    case "occupancy":
      return stateLegend(t);
    case "utilization":
      return utilizationLegend(t);
    case "bookings":
      return bookingLegend(t);
    case "devices":
      return deviceLegend(t);
    default:
      return airLegend(show, limits[show], t);
  }
}
