import type { EventCoverage } from "../adapter";

/** What becomes of each event DT documents (developer.disruptive-technologies.com, "Events"). */
export const COVERAGE: readonly EventCoverage[] = [
  { type: "touch", stored: "reading touch", shown: "device last seen" },
  {
    type: "temperature",
    stored: "reading temperature, °C; samples and backfill as history",
    shown: "air in card, panel and chart",
  },
  {
    type: "humidity",
    stored: "readings humidity, %RH, and temperature, °C; samples and backfill as history",
    shown: "air in card, panel and chart",
  },
  { type: "co2", stored: "reading co2, ppm", shown: "air in card, panel and chart" },
  { type: "pressure", stored: "reading pressure, Pa", shown: "air in the panel" },
  { type: "motion", stored: "reading motion", shown: "in use or free" },
  {
    type: "deskOccupancy",
    stored: "reading deskOccupied; INCOMPLETE_DATA as uncertain",
    shown: "in use or free, and that it is not sure",
  },
  { type: "objectPresent", stored: "reading objectPresent", shown: "panel" },
  { type: "contact", stored: "reading contactOpen", shown: "panel" },
  {
    type: "waterPresent",
    stored: "reading waterPresent; signal water, raised and cleared",
    shown: "trouble on card and panel",
  },
  {
    type: "objectPresentCount",
    stored: "reading objectCountTotal, a lifetime total",
    shown: "GET /api/sources/{id}/totals, as differences",
  },
  {
    type: "touchCount",
    stored: "reading touchCountTotal, a lifetime total",
    shown: "GET /api/sources/{id}/totals, as differences",
  },
  {
    type: "batteryStatus",
    stored: "reading battery, %; signal battery up to 25 %",
    shown: "device in the panel; trouble",
  },
  {
    type: "networkStatus",
    stored: "reading signal, %; the strongest of a heartbeat; facts gateway:…",
    shown: "device in the panel; last seen; why a place is suggested",
  },
  {
    type: "connectionStatus",
    stored: "reading online; fact connection",
    shown: "offline; its older readings have no vote",
  },
  { type: "probeWireStatus", stored: "signal probe-wires", shown: "trouble on card and panel" },
  { type: "ethernetStatus", stored: "signal ethernet", shown: "trouble on card and panel" },
  { type: "cellularStatus", stored: "reading signal, %; signal cellular", shown: "device in the panel; trouble" },
  { type: "labelsChanged", stored: "name of the source; facts label:…", shown: "names and labels of the device" },
];
