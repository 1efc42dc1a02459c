import type { VendorId } from "@/lib/core/observation";
import { seededInteger } from "./seeded-random";

type Spoiler = (body: string) => string;

const cut: Spoiler = (body) => body.slice(0, -20);

/** Not JSON, a missing field, a wrong type, the year 2100, an impossible value, a new type: each in a vendor's words. */
const SPOILERS: Readonly<Record<VendorId, readonly Spoiler[]>> = {
  butlr: [
    cut,
    (body) => body.replace(/"data":\d+/, '"data":"4"'),
    (body) => body.replace(/"timestamp":\d+,/, ""),
    (body) => body.replace(/"timestamp":\d+/, '"timestamp":4102444800000'),
    (body) => body.replace(/"data":\d+/, '"data":-3'),
    (body) => body.replace(/"type":"\w+"/, '"type":"DOOR_OPENED"'),
  ],
  disruptive: [
    cut,
    (body) => body.replace(/"targetName":"[^"]*",/, ""),
    (body) => body.replace(/"timestamp":"[^"]*"/, '"timestamp":"2026-02-30T00:00:00Z"'),
    (body) => body.replace(/"timestamp":"\d{4}/, '"timestamp":"2100'),
    (body) => body.replace(/"eventId":"[^"]*"/, '"eventId":7'),
    (body) => body.replace(/"eventType":"\w+"/, '"eventType":"radiation"'),
  ],
  zoom: [
    cut,
    (body) => body.replace(/"event":"[^"]*",?/, ""),
    (body) => body.replace(/"event_ts":("[^"]*"|\d+)/, '"event_ts":"yesterday"'),
    (body) => body.replace(/"event_ts":("[^"]*"|\d+)/, '"event_ts":4102444800000'),
    (body) => body.replace(/"object":\{/, '"object":null,"was":{'),
    (body) => body.replace(/"event":"[^"]*"/, '"event":"zoomroom.moved"'),
  ],
};

/** One of the ways in which a vendor's body can be wrong; the same body is always spoiled the same way. */
export function spoil(vendor: VendorId, body: string): string {
  const spoilers = SPOILERS[vendor];
  const first = seededInteger(0, spoilers.length - 1, "spoil", body);
  const inTurn = [...spoilers.slice(first), ...spoilers.slice(0, first)];
  return inTurn.map((spoiler) => spoiler(body)).find((spoiled) => spoiled !== body) ?? body;
}
