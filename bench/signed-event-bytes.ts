import { headersFor, type VendorSecrets } from "@/lib/simulator/sign";
import type { LoadEvent } from "./event-bytes";

export const SECRETS: Required<Pick<VendorSecrets, "disruptive" | "zoom">> = {
  disruptive: "bench-signature-secret",
  zoom: "bench-secret-token",
};

export type SignedVendor = keyof typeof SECRETS;

const six = (n: number) => String(n).padStart(6, "0");

export const deviceId = (room: number) => `benchdevice000${six(room)}`;
export const zoomRoomId = (room: number) => `BenchRoom${six(room)}`;

/** A whole POST, signed now: made before the clock runs, because signing costs the generator more than sending. */
export function signedEventBytes(
  vendor: SignedVendor,
  target: { port: number; path: string },
  event: LoadEvent,
): Buffer {
  const body = JSON.stringify(vendor === "zoom" ? zoomEvent(event) : disruptiveEvent(event));
  const headers = headersFor({ vendor, body }, SECRETS, Date.now());
  const lines = [
    `POST ${target.path} HTTP/1.1`,
    `host: 127.0.0.1:${target.port}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

function zoomEvent({ room, at, count }: LoadEvent) {
  const object = {
    id: zoomRoomId(room),
    room_name: `Room ${six(room)}`,
    device_id: "BenchAppliance==",
    sensor_data: [
      { date_time: new Date(at).toISOString(), sensor_type: "REAL_TIME_PEOPLE_COUNT", sensor_value: String(count) },
    ],
  };
  return { event: "zoomroom.sensor_data", payload: { account_id: "BenchAccount", object }, event_ts: at };
}

function disruptiveEvent({ room, at, count, sequence }: LoadEvent) {
  const timestamp = new Date(at).toISOString();
  const event = {
    eventId: `bench${String(sequence).padStart(15, "0")}`,
    targetName: `projects/benchproject00000000/devices/${deviceId(room)}`,
    eventType: "co2",
    data: { co2: { ppm: 600 + count, updateTime: timestamp } },
    timestamp,
  };
  const metadata = {
    deviceId: deviceId(room),
    projectId: "benchproject00000000",
    deviceType: "co2",
    productNumber: "102000",
  };
  return { event, labels: { name: `Air ${six(room)}` }, metadata };
}
