import { createHash } from "node:crypto";
import { type BuildingDescription, type BuildingSpace, everSends } from "./building";
import { ksuid } from "./ksuid";
import { seededInteger } from "./seeded-random";

/** Where and as what Butlr reports a count. `metadata` is what every event of this place carries. */
export interface ButlrPlace {
  /** Id in building.json. */
  readonly spaceId: string;
  readonly kind: BuildingSpace["kind"] | "floor";
  /** The second of each minute at which it is sensed: Butlr's plain counts are not aligned to minutes. */
  readonly sensedSecond: number;
  readonly metadata: Readonly<Record<string, string>>;
}

const INSTALLED_AT = Date.parse("2025-03-03T09:00:00Z");
/** Butlr calls a floor a space, and a desk a zone. */
const PREFIXES = {
  org: "org",
  site: "site",
  building: "building",
  floor: "space",
  room: "room",
  zone: "zone",
  desk: "zone",
  hive: "hive",
  sensor: "sensor",
} as const;
export type ButlrPlaceKind = keyof typeof PREFIXES;

/** The id Butlr would have given to a part of the demo building: the same on every machine. */
export function butlrId(kind: ButlrPlaceKind, id: string): string {
  const digest = createHash("sha256").update(`demo-building/${kind}/${id}`).digest();
  return `${PREFIXES[kind]}_${ksuid(INSTALLED_AT, digest.subarray(0, 16))}`;
}

/** Every place of the building that sends counts: its floors, and what is on them. */
export function butlrPlaces(description: BuildingDescription): ButlrPlace[] {
  const floors = description.floors.map((floor) => floorOf(description, floor.id));
  return [
    ...floors,
    ...description.spaces.filter((space) => everSends(space.id)).map((space) => placeOf(description, space)),
  ];
}

/** What every event of one of Butlr's sensors carries: the place it watches, itself and the hive it reports to. */
export function butlrSensor(description: BuildingDescription, id: string, mode: string, place: ButlrPlace) {
  const digest = createHash("sha256").update(`demo-building/${id}`).digest("hex");
  const { floorId } = description.spaces.find((space) => space.id === place.spaceId) ?? { floorId: place.spaceId };
  return {
    ...place.metadata,
    hive_id: butlrId("hive", floorId),
    sensor_id: butlrId("sensor", id),
    hive_serial: createHash("sha256").update(`demo-building/hive/${floorId}`).digest("hex").slice(0, 16),
    mac_address: `00-17-0d-00-00-${digest.slice(0, 2)}-${digest.slice(2, 4)}-${digest.slice(4, 6)}`,
    sensor_mode: mode,
    sensor_model: "Heatic 2+",
    hive_model: "2.0",
    hive_version: "2.4.4",
  };
}

function floorOf(description: BuildingDescription, floorId: string): ButlrPlace {
  return {
    spaceId: floorId,
    kind: "floor",
    sensedSecond: seededInteger(2, 57, "sensed", floorId),
    metadata: pathTo(description, floorId),
  };
}

function placeOf(description: BuildingDescription, space: BuildingSpace): ButlrPlace {
  const isRoom = space.kind === "room";
  const above = pathTo(description, space.floorId);
  const own = isRoom
    ? { room_id: butlrId("room", space.id), room_name: space.name }
    : { zone_id: butlrId(space.kind, space.id), zone_custom_id: space.id, zone_name: space.name };
  return {
    spaceId: space.id,
    kind: space.kind,
    sensedSecond: seededInteger(2, 57, "sensed", space.id),
    metadata: { ...above, ...own },
  };
}

function pathTo({ site, building, floors }: BuildingDescription, floorId: string): Record<string, string> {
  return {
    org_id: butlrId("org", site.id),
    site_id: butlrId("site", site.id),
    building_id: butlrId("building", building.id),
    floor_id: butlrId("floor", floorId),
    org_name: "Riverside (simulated)",
    site_name: site.name,
    building_name: building.name,
    floor_name: floors.find((floor) => floor.id === floorId)?.name ?? floorId,
  };
}
