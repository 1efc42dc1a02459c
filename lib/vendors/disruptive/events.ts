import type { z } from "zod";
import type { Metric } from "@/lib/core/metric";
import type { Fact, Severity } from "@/lib/core/observation";
import { storable } from "../schema-parts";
import { readChanges } from "./labels";
import { type About, payloadReader, type Reader, reader, reading, type Said, saying, signal } from "./reader";
import { sampledReader } from "./samples";
import {
  BatteryStatus,
  CellularStatus,
  Co2,
  ConnectionStatus,
  Contact,
  DeskOccupancy,
  EthernetStatus,
  Humidity,
  LabelsChanged,
  Motion,
  NetworkStatus,
  Present,
  Pressure,
  ProbeWireStatus,
  Problem,
  Temperature,
  Total,
  Touch,
} from "./schema";

const LOW_BATTERY_PERCENT = 25;
const EMPTY_BATTERY_PERCENT = 10;
const MOST_PROBLEMS_TOLD = 3;

/** All event types DT documents. */
const READERS = {
  touch: reader("touch", Touch, (_, about) => saying(reading(about, "touch", 1))),
  temperature: sampledReader("temperature", Temperature, (m) => [["temperature", m.value]]),
  humidity: sampledReader("humidity", Humidity, (m) => [
    ["humidity", m.relativeHumidity],
    ["temperature", m.temperature],
  ]),
  co2: reader("co2", Co2, (co2, about) => saying(reading(about, "co2", co2.ppm))),
  pressure: reader("pressure", Pressure, (air, about) => saying(reading(about, "pressure", air.pascal))),
  motion: stateReader("motion", Motion, "motion", "MOTION_DETECTED"),
  deskOccupancy: reader("deskOccupancy", DeskOccupancy, deskOccupancy),
  objectPresent: stateReader("objectPresent", Present, "objectPresent", "PRESENT"),
  contact: stateReader("contact", Contact, "contactOpen", "OPEN"),
  waterPresent: reader("waterPresent", Present, waterPresent),
  objectPresentCount: reader("objectPresentCount", Total, (count, about) =>
    saying(reading(about, "objectCountTotal", count.total)),
  ),
  touchCount: reader("touchCount", Total, (count, about) => saying(reading(about, "touchCountTotal", count.total))),
  batteryStatus: reader("batteryStatus", BatteryStatus, batteryStatus),
  networkStatus: reader("networkStatus", NetworkStatus, networkStatus),
  connectionStatus: reader("connectionStatus", ConnectionStatus, connectionStatus),
  probeWireStatus: reader("probeWireStatus", ProbeWireStatus, probeWireStatus),
  ethernetStatus: reader("ethernetStatus", EthernetStatus, (ethernet, about) =>
    saying(connectorSignal(about, "ethernet", "Ethernet", ethernet.errors)),
  ),
  cellularStatus: reader("cellularStatus", CellularStatus, (cellular, about) =>
    saying(
      reading(about, "signal", cellular.signalStrength),
      connectorSignal(about, "cellular", "Cellular", cellular.errors),
    ),
  ),
  labelsChanged: payloadReader(LabelsChanged, labelsChanged),
} satisfies Record<string, Reader>;

const BY_TYPE: ReadonlyMap<string, Reader> = new Map(Object.entries(READERS));

/** The reader of an event type; undefined for one DT has added since. */
export const readerOf = (eventType: string): Reader | undefined => BY_TYPE.get(eventType);

function stateReader<S extends z.ZodType<{ state: string }>>(
  type: string,
  schema: S,
  metric: Metric,
  on: string,
): Reader {
  return reader(type, schema, ({ state }, about) => saying(reading(about, metric, state === on ? 1 : 0)));
}

function deskOccupancy(desk: z.output<typeof DeskOccupancy>, about: About): Said {
  const remarks = desk.remarks ?? [];
  const occupied = reading(about, "deskOccupied", desk.state === "OCCUPIED" ? 1 : 0);
  const unknown = remarks.filter((remark) => remark !== "INCOMPLETE_DATA");
  return {
    observations: [unknown.length < remarks.length ? { ...occupied, uncertain: true } : occupied],
    notes: unknown.map(
      (remark) => `event.data.deskOccupancy.remarks: unknown remark ${JSON.stringify(storable(remark))}`,
    ),
  };
}

function waterPresent({ state }: z.output<typeof Present>, about: About): Said {
  const wet = state === "PRESENT";
  return saying(
    reading(about, "waterPresent", wet ? 1 : 0),
    signal(about, "water", wet, "critical", wet ? "Water detected" : "No water"),
  );
}

function batteryStatus({ percentage }: z.output<typeof BatteryStatus>, about: About): Said {
  const severity: Severity = percentage <= EMPTY_BATTERY_PERCENT ? "major" : "minor";
  return saying(
    reading(about, "battery", percentage),
    signal(about, "battery", percentage <= LOW_BATTERY_PERCENT, severity, `Battery at ${percentage} %`),
  );
}

/** One event for each Cloud Connector that heard the sensor: of those for one moment the strongest counts. */
function networkStatus({ signalStrength, cloudConnectors }: z.output<typeof NetworkStatus>, about: About): Said {
  const { source, observedAtUs } = about;
  const heardBy = (cloudConnectors ?? []).map(
    ({ id }): Fact => ({ kind: "fact", source, name: `gateway:${id}`, value: true, observedAtUs }),
  );
  return saying({ ...reading(about, "signal", signalStrength), version: Math.round(signalStrength) }, ...heardBy);
}

function connectionStatus(status: z.output<typeof ConnectionStatus>, about: About): Said {
  const { source, observedAtUs } = about;
  const value = { available: status.available ?? [] };
  return saying(reading(about, "online", status.connection === "OFFLINE" ? 0 : 1), {
    kind: "fact",
    source,
    name: "connection",
    value,
    observedAtUs,
  });
}

function probeWireStatus({ state }: z.output<typeof ProbeWireStatus>, about: About): Said {
  const words = state.toLowerCase().replaceAll("_", " ");
  return saying(signal(about, "probe-wires", state.startsWith("INVALID_"), "major", `Probe: ${words}`));
}

/** Minor: a Cloud Connector has another way out, and when it has none `connectionStatus` says OFFLINE. */
function connectorSignal(about: About, code: string, way: string, errors: readonly unknown[] | null | undefined) {
  const problems = errors ?? [];
  const told = problems.slice(0, MOST_PROBLEMS_TOLD).map(problemText);
  const text = storable(`${way}: ${told.length > 0 ? told.join("; ") : "no errors"}`);
  return signal(about, code, problems.length > 0, "minor", text);
}

function problemText(problem: unknown): string {
  const parsed = Problem.safeParse(problem);
  const words = parsed.success ? [parsed.data.code, parsed.data.message].filter((word) => word !== undefined) : [];
  return words.length > 0 ? words.join(" ") : "unknown error";
}

function labelsChanged({ event: { data } }: z.output<typeof LabelsChanged>, { source, observedAtUs }: About): Said {
  const { labels, notes } = data.labelsChanged
    ? readChanges(data.labelsChanged, "event.data.labelsChanged")
    : readChanges(data, "event.data");
  const facts = [...labels].map(
    ([key, value]): Fact => ({ kind: "fact", source, name: `label:${key}`, value, observedAtUs }),
  );
  return { observations: facts, notes, changedLabels: labels };
}
