import type { AlertKind } from "../alert";
import type { AlertEventKind } from "../alert-detail";
import { METRICS, type Metric } from "../metric";
import { say, type Words } from "../words";

/** What an alert is called after. */
export interface Titled {
  readonly kind: AlertKind;
  /** A signal's code or a rule's metric, with what it was taken for: `co2:ventilation`. */
  readonly code: string;
  /** Name of the space, else of the source. */
  readonly place: string;
  readonly device: string;
  readonly vendor: string;
  readonly children: number;
  /** The vendor's own words. */
  readonly text: string | null;
  readonly value: number | null;
  readonly threshold: number | null;
  /** What people called the rule; null for one that came with the product. */
  readonly ownRule: string | null;
}

/** What an alert is called, in plain words. */
export function alertTitle(alert: Titled): Words {
  const { place, device, vendor, children: count } = alert;
  switch (alert.kind) {
    case "device-offline":
      return place === device ? say("{device} is offline", { device }) : say("Sensor offline: {place}", { place });
    case "connector-offline":
      return count > 0
        ? say("{count, plural, one {# device} other {# devices}} silent: {device}", { count, device })
        : say("{device} is offline", { device });
    case "floor-offline":
      return say("{count, plural, one {# device} other {# devices}} silent: {place}", { count, place });
    case "feed-silent":
      return say("{vendor} is silent", { vendor });
    case "water":
      return say("Water detected: {place}", { place });
    case "wire":
      return say("Probe wires need a look: {place}", { place });
    case "gateway":
      return say("{device} reports errors", { device });
    case "battery":
      return alert.value === null
        ? say("Battery low: {place}", { place })
        : say("Battery {percent} %: {place}", { percent: alert.value, place });
    case "room-equipment":
      return equipmentTitle(alert);
    case "over-capacity":
      return ownTitle(alert) ?? say("Over capacity: {place}", { place });
    case "environment":
      return ownTitle(alert) ?? airTitle(alert);
    case "ghost":
      return say("Booked and nobody came: {place}", { place });
    case "no-data":
      return say("No readings: {place}", { place });
    case "hint":
      return say("Air clears slowly: {place}", { place });
  }
}

const ownTitle = ({ ownRule: rule, place }: Titled) => (rule === null ? null : say("{rule}: {place}", { rule, place }));

function airTitle({ code, place, value, threshold }: Titled): Words {
  const [metric, cause] = code.split(":");
  if (cause === "ventilation") return say("Ventilation suspect: {place}", { place });
  if (cause === "crowded") return say("Crowded: {place}", { place });
  const isHigh = (value ?? 0) >= (threshold ?? 0);
  if (metric === "co2") return say("CO₂ high: {place}", { place });
  if (metric === "temperature")
    return isHigh ? say("Too warm: {place}", { place }) : say("Too cold: {place}", { place });
  if (metric === "humidity") return isHigh ? say("Too humid: {place}", { place }) : say("Too dry: {place}", { place });
  return say("Air quality: {place}", { place });
}

function equipmentTitle({ code, place, text }: Titled): Words {
  const [, , type = "", part = ""] = code.split(".");
  switch (type) {
    case "room-offline":
      return say("Zoom Room offline: {place}", { place });
    case "controller-disconnected":
      return part === "scheduling-display"
        ? say("Scheduling display disconnected: {place}", { place })
        : say("Controller disconnected: {place}", { place });
    case "device-disconnected":
      return partTitle(part, place);
    case "display-disconnected":
      return say("Display disconnected: {place}", { place });
    case "cpu-high":
      return say("High CPU usage: {place}", { place });
    case "bandwidth-low":
      return say("Low bandwidth: {place}", { place });
    case "audio-quality":
      return say("Poor audio quality: {place}", { place });
    case "sip-registration":
      return say("SIP registration failed: {place}", { place });
    case "wrong-passcode":
      return say("Wrong room passcode entered: {place}", { place });
    default:
      return text ? say("{words}: {place}", { words: text, place }) : say("Room equipment: {place}", { place });
  }
}

function partTitle(part: string, place: string): Words {
  if (part === "camera") return say("Camera disconnected: {place}", { place });
  if (part === "microphone") return say("Microphone disconnected: {place}", { place });
  if (part === "speaker") return say("Speaker disconnected: {place}", { place });
  return say("Device disconnected: {place}", { place });
}

/** What more is known, in one line; null when the title says it all. */
export function alertDetail({ kind, code, value, threshold, text, place, device }: Titled): Words | null {
  const [metric = ""] = code.split(":");
  if (kind === "over-capacity" && value !== null && threshold !== null)
    return say("{people, number} people for {seats, number} seats", { people: value, seats: threshold });
  if (kind === "environment" && value !== null && threshold !== null) {
    const unit = metric in METRICS ? METRICS[metric as Metric].unit : "";
    return say("{value, number} {unit}, the limit is {limit, number} {unit}", { value, limit: threshold, unit });
  }
  if (kind === "hint" && value !== null && threshold !== null)
    return say("It took {value, number} min to clear, usually {usual, number} min", { value, usual: threshold });
  if (kind === "room-equipment" && text && !code.includes(".other.")) return say("{words}", { words: text });
  if (kind === "gateway" && text) return say("{words}", { words: text });
  if (kind === "device-offline" && place !== device) return say("{device}", { device });
  return null;
}

type Data = Readonly<Record<string, unknown>>;
const number = (data: Data, key: string) => (typeof data[key] === "number" ? data[key] : 0);
const text = (data: Data, key: string) => (typeof data[key] === "string" ? data[key] : "");

/** What a line of a timeline says. */
export function eventWords(kind: AlertEventKind, data: Data): Words {
  switch (kind) {
    case "opened":
      return say("Opened");
    case "reopened":
      return say("Opened again");
    case "repeated":
      return say("Reported again");
    case "worsened":
      return say("Got worse");
    case "eased":
      return say("Got better");
    case "unconfirmed":
      return say("Deliveries were missed: it may be over");
    case "confirmed":
      return say("Confirmed by a new report");
    case "joined":
      return say("{count, plural, one {# alert} other {# alerts}} joined this incident", {
        count: number(data, "count"),
      });
    case "left":
      return say("{count, plural, one {# alert} other {# alerts}} left: not back when the others were", {
        count: number(data, "count"),
      });
    case "suppressed":
      return say("Kept quiet by “{window}”", { window: text(data, "window") });
    case "unsuppressed":
      return say("“{window}” is over, and it is still so", { window: text(data, "window") });
    case "acknowledged":
      return say("Acknowledged");
    case "unacknowledged":
      return say("Acknowledgement taken back");
    case "assigned":
      return text(data, "to") === ""
        ? say("Assigned to nobody")
        : say("Assigned to {name}", { name: text(data, "to") });
    case "commented":
      return say("Comment");
    case "uncommented":
      return say("Comment taken back");
    case "snoozed":
      return snoozeWords(text(data, "for"));
    case "unsnoozed":
      return say("Snooze taken back");
    case "snooze-ended":
      return say("Snooze ended");
    case "resolved":
      return resolvedWords(text(data, "reason"));
    case "notified":
      return notifiedWords(text(data, "channel"), text(data, "to"), {
        isFailed: text(data, "outcome") === "failed",
        inSummary: data.inSummary === 1,
      });
  }
}

function notifiedWords(
  channel: string,
  to: string,
  { isFailed, inSummary }: { readonly isFailed: boolean; readonly inSummary: boolean },
): Words {
  if (isFailed) return say("{to} could not be told", { to });
  if (inSummary) return say("Told {to}, together with other alerts", { to });
  if (channel === "email") return say("Mail sent to {to}", { to });
  if (channel === "push") return say("{to} was told in the browser", { to });
  return say("Told {to}", { to });
}

function snoozeWords(until: string): Words {
  if (until === "15m") return say("Snoozed for 15 minutes");
  if (until === "1h") return say("Snoozed for 1 hour");
  if (until === "working-day") return say("Snoozed until the next working day");
  return say("Snoozed until it clears");
}

function resolvedWords(reason: string): Words {
  if (reason === "silent") return say("Over: nothing more was reported for an hour");
  if (reason === "manual") return say("Resolved by hand");
  if (reason === "removed") return say("Over: the device was removed");
  if (reason === "moved") return say("Over here: the device stands elsewhere now");
  if (reason === "rule-off") return say("Over: its rule does not count here any more");
  if (reason === "merged") return say("Became part of another incident");
  return say("Cleared");
}
