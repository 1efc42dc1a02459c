import type { VendorId } from "@/lib/core/observation";
import type { BuildingDescription } from "@/lib/simulator/building";
import { butlrId } from "@/lib/simulator/butlr-places";
import { BUTLR_CEILING, BUTLR_DOORWAY } from "@/lib/simulator/butlr-sensors";
import { DISRUPTIVE_PRODUCTS, type DisruptiveDevice, disruptiveDevices } from "@/lib/simulator/disruptive-devices";
import { zoomEstate } from "@/lib/simulator/zoom-estate";

/** What an admin would have assigned by hand, because its vendor does not say where it is. */
export interface DemoSource {
  readonly vendor: VendorId;
  readonly kind: string;
  readonly externalId: string;
  readonly name: string;
  /** null: silence is normal. */
  readonly expectedIntervalMs: number | null;
  /** Id of the space in building.json. */
  readonly placeId: string;
}

const MINUTE_MS = 60_000;
const ZOOM_REPORTS_EVERY_MS = 2 * MINUTE_MS;
/** The others speak on change, or only of themselves. */
const MEASURING: readonly DisruptiveDevice["type"][] = ["co2", "humidity", "temperature"];

/** Everything that is assigned. The few that are not come to the inbox with their first event. */
export function demoSources(description: BuildingDescription): DemoSource[] {
  return [...butlrSensorSources(), ...disruptiveSources(description), ...zoomSources(description)];
}

const butlrSensorSources = (): DemoSource[] =>
  [BUTLR_DOORWAY, BUTLR_CEILING].map(({ sensor, spaceId }) => ({
    vendor: "butlr",
    kind: "sensor",
    externalId: butlrId("sensor", sensor),
    name: sensor,
    expectedIntervalMs: null,
    placeId: spaceId,
  }));

const disruptiveSources = (description: BuildingDescription): DemoSource[] =>
  disruptiveDevices(description)
    .filter((device) => device.isAssigned)
    .map(({ id, type, labels, spaceId }) => ({
      vendor: "disruptive",
      kind: "device",
      externalId: id,
      name: labels.name ?? id,
      expectedIntervalMs: MEASURING.includes(type) ? DISRUPTIVE_PRODUCTS[type].heartbeatMinutes * MINUTE_MS : null,
      placeId: spaceId,
    }));

function zoomSources(description: BuildingDescription): DemoSource[] {
  const { rooms, workspaces, locations } = zoomEstate(description);
  const of = (kind: string, { id, name }: { id: string; name: string }, placeId: string): DemoSource => ({
    vendor: "zoom",
    kind,
    externalId: id,
    name,
    expectedIntervalMs: kind === "sensor" ? ZOOM_REPORTS_EVERY_MS : null,
    placeId,
  });
  return [
    ...locations.map((location) => of("location", location, location.placeId)),
    ...rooms
      .filter((room) => room.isAssigned)
      .flatMap((room) => [
        of("room", room, room.spaceId),
        ...room.deviceIds.map((device) => of("sensor", { id: `${room.id}/${device}`, name: room.name }, room.spaceId)),
      ]),
    ...workspaces
      .filter((workspace) => workspace.isAssigned)
      .map((workspace) => of("workspace", workspace, workspace.spaceId)),
  ];
}
