import "server-only";
import { stringify } from "csv-stringify/sync";
import { DateTime } from "luxon";
import type { Actor } from "@/lib/auth/actor";
import { isAllowed } from "@/lib/auth/authorize";
import { countDevices, type Device, type DevicePage, type DeviceQuery, sortDevices } from "@/lib/core/device-health";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { readDevices } from "@/lib/db/device-repository";

/** One page of the devices within the actor's sites, with how many there are of each sort. */
export async function listDevices(
  query: DeviceQuery,
  actor: Actor,
  now: number = Date.now(),
  db: Database = database(),
): Promise<DevicePage> {
  const { found, counts } = await find(query, actor, now, db);
  const end = query.cursor + query.limit;
  return {
    items: found.slice(query.cursor, end),
    next: end < found.length ? String(end) : null,
    total: found.length,
    counts,
    now: new Date(now).toISOString(),
  };
}

const HEADER = [
  "Site",
  "Floor",
  "Space",
  "Device",
  "Vendor",
  "Model",
  "Vendor's id",
  "State",
  "Since",
  "Last heard",
  "Heard every (min)",
  "Battery (%)",
  "Signal (%)",
];

/** Every device that matches, in the order asked for, as CSV; moments on the site's clock with their offset. */
export async function exportDevices(
  query: DeviceQuery,
  actor: Actor,
  now: number = Date.now(),
  db: Database = database(),
): Promise<string> {
  const { found } = await find(query, actor, now, db);
  const options = { bom: true, escape_formulas: true, record_delimiter: "windows" } as const;
  return stringify([HEADER, ...found.map(cells)], options);
}

function cells(device: Device): string[] {
  const { site, floor, space, intervalMs } = device;
  const local = (moment: string | null) =>
    moment === null
      ? ""
      : (DateTime.fromISO(moment, { zone: site?.timeZone ?? "UTC" }).toISO({ suppressMilliseconds: true }) ?? "");
  const number = (value: number | null) => (value === null ? "" : String(Math.round(value)));
  return [
    site?.name ?? "",
    floor?.name ?? "",
    space?.name ?? "",
    device.name,
    device.vendor,
    device.model ?? "",
    device.externalId,
    device.state,
    local(device.since),
    local(device.lastHeardAt),
    intervalMs === null ? "" : String(Math.round(intervalMs / 6_000) / 10),
    number(device.battery),
    number(device.signal),
  ];
}

async function find(query: DeviceQuery, actor: Actor, now: number, db: Database) {
  const reach = { sites: actor.sites, waiting: isAllowed(actor, "source:assign") };
  const words = query.q?.toLowerCase() ?? "";
  const within = (await readDevices(query, reach, now, db)).filter((device) => isCalled(device, words));
  const found = within.filter(
    ({ state, batteryClass }) =>
      (query.state === undefined || state === query.state) &&
      (query.battery === undefined || batteryClass === query.battery),
  );
  return { found: sortDevices(found, query.sort), counts: countDevices(within) };
}

const isCalled = ({ name, externalId, model, space, floor }: Device, words: string): boolean =>
  words === "" ||
  [name, externalId, model ?? "", space?.name ?? "", floor?.name ?? ""].some((text) =>
    text.toLowerCase().includes(words),
  );
