import type { EventCoverage } from "../adapter";

/** What becomes of each event Butlr documents (docs.butlr.io, "Webhooks"). */
export const COVERAGE: readonly EventCoverage[] = [
  { type: "ROOM_OCCUPANCY", stored: "reading occupancy of the room", shown: "people in card, panel and chart" },
  {
    type: "ROOM_OCCUPANCY_1MIN",
    stored: "reading occupancySmoothed of the room",
    shown: "speaks when no plain count is fresh; Why panel",
  },
  { type: "ZONE_OCCUPANCY", stored: "reading occupancy of the zone", shown: "people in card, panel and chart" },
  {
    type: "ZONE_OCCUPANCY_1MIN",
    stored: "reading occupancySmoothed of the zone",
    shown: "speaks when no plain count is fresh; Why panel",
  },
  {
    type: "FLOOR_OCCUPANCY",
    stored: "reading occupancy of the floor",
    shown: "history of the floor; never added to its rooms",
  },
  { type: "FLOOR_OCCUPANCY_1MIN", stored: "reading occupancySmoothed of the floor", shown: "history of the floor" },
  { type: "PIR_MOTION", stored: "reading motion 1 of the room", shown: "in use, when nothing counts" },
  { type: "PIR_NO_MOTION", stored: "reading motion 0 of the room", shown: "free, when nothing counts" },
  {
    type: "DETECTIONS",
    stored: "fact positions of the sensor, the latest only; no line in the delivery log",
    shown: "not shown; never a count",
  },
  {
    type: "TRAFFIC",
    stored: "readings trafficIn and trafficOut of the sensor",
    shown: "GET /api/sources/{id}/totals, per hour and day",
  },
  { type: "SENSOR_HEALTH", stored: "unhandled: Butlr documents no content", shown: "webhook inbox" },
  { type: "HIVE_HEALTH", stored: "unhandled: Butlr documents no content", shown: "webhook inbox" },
];
