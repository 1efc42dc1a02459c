import type { z } from "zod";
import type { SourceRef } from "@/lib/core/observation";
import type { Parsed } from "../adapter";
import { FROM_THE_FUTURE, Id, issuesOf } from "../schema-parts";
import { deviceOf } from "./device";
import { readerOf } from "./events";
import { Envelope, Moment, Typed } from "./schema";
import { isFuture } from "./timestamp";

const ENVELOPE_KEYS = ["event", "labels", "metadata"];
const MOST_NOTES = 20;

export function parse(payload: unknown, now: number): Parsed {
  if (!isEnvelope(payload)) return { kind: "foreign" };
  const typed = Typed.safeParse(payload);
  if (!typed.success) return malformed("", issuesOf(typed.error));
  const { event } = typed.data;
  const read = readerOf(event.eventType);
  if (!read) return unhandled(event, now);
  const envelope = Envelope.safeParse(payload);
  if (!envelope.success) return malformed(event.eventType, issuesOf(envelope.error));
  const { eventId, targetName, timestamp: observedAtUs } = envelope.data.event;
  if (isFuture(observedAtUs, now)) return malformed(event.eventType, [`event.timestamp: ${FROM_THE_FUTURE}`]);
  const source: SourceRef = { vendor: "disruptive", kind: "device", externalId: targetName.device };
  const said = read(payload, { source, observedAtUs, now });
  if ("issues" in said) return malformed(event.eventType, said.issues);
  const device = deviceOf(source, targetName, payload, said.changedLabels ?? new Map());
  return {
    kind: "observations",
    eventType: event.eventType,
    observedAtUs,
    eventId,
    claims: [[device.step]],
    observations: said.observations,
    notes: [...device.notes, ...said.notes].slice(0, MOST_NOTES),
  };
}

function isEnvelope(payload: unknown): payload is object {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return false;
  return ENVELOPE_KEYS.some((key) => Object.hasOwn(payload, key));
}

function malformed(eventType: string, issues: readonly string[]): Parsed {
  return { kind: "malformed", eventType, issues };
}

/** A type DT has added since: what can be read of it is kept with the delivery. */
function unhandled(event: z.output<typeof Typed>["event"], now: number): Parsed {
  const eventId = Id.safeParse(event.eventId);
  const moment = Moment.safeParse(event.timestamp);
  return {
    kind: "unhandled",
    eventType: event.eventType,
    observedAtUs: moment.success && !isFuture(moment.data, now) ? moment.data : null,
    eventId: eventId.success ? eventId.data : null,
  };
}
