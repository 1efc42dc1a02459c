import { hash } from "node:crypto";
import type { BuildingDescription, BuildingSpace } from "./building";

/** DT's `deviceType`s that hang in the demo building. */
export type DisruptiveType =
  | "motion"
  | "deskOccupancy"
  | "co2"
  | "humidity"
  | "temperature"
  | "contact"
  | "waterDetector"
  | "proximity"
  | "proximityCounter"
  | "touch"
  | "touchCounter"
  | "ccon";

export interface DisruptiveDevice {
  readonly id: string;
  /** `type/place`, for people and for seeds. */
  readonly key: string;
  readonly type: DisruptiveType;
  readonly labels: Readonly<Record<string, string>>;
  /** Where it hangs: a space or a floor of building.json. */
  readonly spaceId: string;
  readonly floorId: string;
  /** Whether an admin has said so; the others stand nowhere. */
  readonly isAssigned: boolean;
}

/** Minutes between two heartbeats, and the product. Numbers but the desk sensor's are placeholders. */
export const DISRUPTIVE_PRODUCTS: Readonly<
  Record<DisruptiveType, { productNumber: string; heartbeatMinutes: number }>
> = {
  motion: { productNumber: "102500", heartbeatMinutes: 60 },
  deskOccupancy: { productNumber: "102553", heartbeatMinutes: 5 },
  co2: { productNumber: "102280", heartbeatMinutes: 10 },
  humidity: { productNumber: "102081", heartbeatMinutes: 15 },
  temperature: { productNumber: "102058", heartbeatMinutes: 15 },
  contact: { productNumber: "102736", heartbeatMinutes: 60 },
  waterDetector: { productNumber: "102019", heartbeatMinutes: 60 },
  proximity: { productNumber: "102122", heartbeatMinutes: 60 },
  proximityCounter: { productNumber: "101730", heartbeatMinutes: 30 },
  touch: { productNumber: "100112", heartbeatMinutes: 60 },
  touchCounter: { productNumber: "101675", heartbeatMinutes: 30 },
  ccon: { productNumber: "102107", heartbeatMinutes: 60 },
};

const MEETING_TYPES: readonly string[] = ["meeting", "boardroom", "training", "project"];
const MOTION_ROOMS = ["hazel", "rowan", "focus-2", "print-1", "alder", "linden", "focus-3", "focus-4", "parents"];
const DESK_AREAS: readonly string[] = ["north-desks", "south-desks-2"];
const CO2_CAPACITY = 6;

/** DT ids are 20 characters of 0–9 and a–v; the same name always gets the same one. */
export function disruptiveId(name: string): string {
  return BigInt(`0x${digestOf(name)}`)
    .toString(32)
    .slice(-20);
}

export const digestOf = (name: string) => hash("sha256", `demo-building/${name}`);

export const DISRUPTIVE_PROJECT = disruptiveId("project");

/** Every DT device of the demo building. */
export function disruptiveDevices({ floors, spaces }: BuildingDescription): DisruptiveDevice[] {
  const space = (id: string): BuildingSpace => {
    const found = spaces.find((one) => one.id === id);
    if (!found) throw new Error(`building.json has no ${id}`);
    return found;
  };
  const at = (type: DisruptiveType, { id, floorId, name }: BuildingSpace, what: string) =>
    device(type, id, floorId, { name: `${name} ${what}`, room: name });
  const meetingRooms = spaces.filter(({ type, capacity }) => MEETING_TYPES.includes(type) && capacity >= CO2_CAPACITY);
  return [
    ...floors.map(({ id, name }) => device("ccon", id, id, { name: `${name} Cloud Connector` })),
    ...MOTION_ROOMS.map((id) => at("motion", space(id), "motion")),
    ...spaces.filter(({ parentId }) => DESK_AREAS.includes(parentId)).map((desk) => at("deskOccupancy", desk, "desk")),
    ...meetingRooms.map((room) => at("co2", room, "air")),
    ...["cafe", "lounge"].map((id) => at("humidity", space(id), "air")),
    at("contact", space("maple"), "door"),
    at("waterDetector", space("cafe"), "pantry leak sensor"),
    at("proximity", space("print-2"), "first-aid cabinet"),
    at("proximityCounter", space("lounge"), "coffee machine"),
    at("touch", space("lounge"), "cleaning button"),
    at("touchCounter", space("cafe"), "feedback button"),
    ...[
      at("temperature", space("cafe"), "fridge probe"), // the cold of a fridge is not the air of the room
      at("temperature", space("server"), "rack temperature"),
      at("co2", space("quiet"), "air"),
      at("deskOccupancy", space("l1-desk-w05"), "desk"),
      device("motion", "comms-1", "l1", { name: "Spare motion sensor" }),
    ].map((unplaced) => ({ ...unplaced, isAssigned: false })),
  ];
}

function device(
  type: DisruptiveType,
  spaceId: string,
  floorId: string,
  labels: DisruptiveDevice["labels"],
): DisruptiveDevice {
  const key = `${type}/${spaceId}`;
  return { id: disruptiveId(key), key, type, labels, spaceId, floorId, isAssigned: true };
}
