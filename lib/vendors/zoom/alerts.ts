import type { Severity, Signal } from "@/lib/core/observation";
import { FROM_THE_FUTURE } from "../schema-parts";
import { type Handler, on, sourceOf, stepOf } from "./event";
import { Alert } from "./schema";

interface AlertType {
  readonly name: string;
  readonly severity: Severity;
  /** What is shown when the event brings no words of its own. */
  readonly text: string;
  /** Happens and is over: nothing will clear it. */
  readonly oneShot?: true;
}

/** The numbers are Zoom's `alert_type`. */
const TYPES: ReadonlyMap<number, AlertType> = new Map<number, AlertType>([
  [1, { name: "controller-disconnected", severity: "major", text: "Controller or scheduling display disconnected" }],
  [2, { name: "device-disconnected", severity: "major", text: "Microphone, speaker or camera disconnected" }],
  [3, { name: "room-offline", severity: "critical", text: "Zoom Room is offline" }],
  [4, { name: "cpu-high", severity: "minor", text: "High CPU usage" }],
  [5, { name: "bandwidth-low", severity: "minor", text: "Low bandwidth" }],
  [6, { name: "battery-low", severity: "minor", text: "Battery is low" }],
  [7, { name: "display-disconnected", severity: "major", text: "Zoom Rooms display disconnected" }],
  [8, { name: "audio-quality", severity: "minor", text: "Audio device quality is low" }],
  [9, { name: "sip-registration", severity: "major", text: "SIP registration failed" }],
  [10, { name: "wrong-passcode", severity: "minor", text: "Wrong room passcode entered", oneShot: true }],
]);
const OTHER: AlertType = { name: "other", severity: "info", text: "Zoom Rooms alert" };

const COMPONENTS: ReadonlyMap<number, string> = new Map([
  [1, "computer"],
  [2, "controller"],
  [3, "scheduling-display"],
  [4, "microphone"],
  [5, "camera"],
  [6, "speaker"],
]);
const SUBJECT = /\b(microphone|camera|speaker)\b/;
const DEVICE_DISCONNECTED = 2;

const TRIGGERED = 1;
const CLEARED = 2;
/** 3 observed, 4 other: nothing follows them. */
const KNOWN_KINDS = new Set([TRIGGERED, CLEARED, 3, 4]);

/** `alert` and `delayed_alert` of one problem have one code; open or clear is told by the kind, never by the words. */
const alert = on(Alert, (object, { atUs, latestUs }) => {
  const observedAtUs = object.alert_time ?? atUs;
  if (observedAtUs > latestUs) return { issues: [`payload.object.alert_time: ${FROM_THE_FUTURE}`] };
  const source = sourceOf("room", object.id);
  const type = TYPES.get(object.alert_type) ?? OTHER;
  const signal: Signal = {
    kind: "signal",
    source,
    code: `zoom.alert.${type.name}.${componentOf(object.alert_type, object.component, object.issue ?? "")}`,
    phase: phaseOf(object.alert_kind, type),
    severity: KNOWN_KINDS.has(object.alert_kind) ? type.severity : "info",
    text: object.issue ?? type.text,
    observedAtUs,
  };
  return { claims: [[stepOf(source, object.room_name)]], observations: [signal] };
});

function phaseOf(kind: number, type: AlertType): Signal["phase"] {
  if (kind === CLEARED) return "cleared";
  return kind === TRIGGERED && !type.oneShot ? "raised" : "noted";
}

/** Where the component says nothing, the words tell a camera's disconnection from a microphone's. */
function componentOf(type: number, component: number, issue: string): string {
  const known = COMPONENTS.get(component);
  if (known) return known;
  const subject = type === DEVICE_DISCONNECTED ? SUBJECT.exec(issue.toLowerCase())?.[1] : undefined;
  return subject ?? "other";
}

export const ALERT_EVENTS: ReadonlyMap<string, Handler> = new Map([
  ["zoomroom.alert", alert],
  ["zoomroom.delayed_alert", alert],
]);
