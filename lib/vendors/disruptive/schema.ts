import { z } from "zod";
import { EARLIEST_MS, Id, Name, OptionalId, TypeName } from "../schema-parts";
import { microseconds } from "./timestamp";

/** RFC 3339 text to µs. Whether it is in the future is parse.ts's business, which has the clock. */
export const Moment = z.string().transform((text, context) => {
  const us = microseconds(text);
  if (us !== null && us >= EARLIEST_MS * 1000) return us;
  const message = us === null ? "is no RFC 3339 time with an offset" : "is before 2015";
  context.issues.push({ code: "custom", message, input: text });
  return z.NEVER;
});

const TargetIds = z.object({ project: Id, device: Id });

/** `projects/<project>/devices/<device>`: the project the device is in now, so the device alone is its identity. */
const TargetName = z.string().transform((text, context) => {
  const [, project, device] = /^projects\/([^/]+)\/devices\/([^/]+)$/.exec(text) ?? [];
  const ids = TargetIds.safeParse({ project, device });
  if (ids.success) return ids.data;
  context.issues.push({ code: "custom", message: "names no device of a project", input: text });
  return z.NEVER;
});

/** Enough to tell which event it is. */
export const Typed = z.looseObject({ event: z.looseObject({ eventType: TypeName }) });

export const Envelope = z.looseObject({
  event: z.looseObject({ eventId: Id, targetName: TargetName, timestamp: Moment }),
});

/** Older connectors send none. */
export const Metadata = z.looseObject({
  deviceId: OptionalId,
  projectId: OptionalId,
  deviceType: Name,
  productNumber: Name,
});

const plainObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whatever the keys: zod's own records drop a label called `__proto__`. */
export const Labels = z.custom<Readonly<Record<string, unknown>>>(plainObject, "is no object of labels");

/** `event.data[type]`, with the paths of its issues told from the top. */
export const eventData = <S extends z.ZodType>(type: string, body: S) =>
  z
    .looseObject({ event: z.looseObject({ data: z.looseObject({ [type]: body }) }) })
    .transform(({ event }) => event.data[type]);

const percent = z.number().min(0).max(100);
const celsius = z.number().min(-273.15).max(1000);
const total = z.int().min(0);
/** Problems of a Cloud Connector; what is inside one is read leniently, that there is one is what counts. */
const problems = z.array(z.unknown()).nullish();
const state = <const S extends readonly [string, ...string[]]>(...states: S) =>
  z.looseObject({ state: z.enum(states) });

export const Touch = z.looseObject({});
export const Temperature = z.looseObject({ value: celsius });
export const Humidity = z.looseObject({ relativeHumidity: percent, temperature: celsius });
export const SampleTime = z.looseObject({ sampleTime: Moment });
export const Co2 = z.looseObject({ ppm: z.number().min(0).max(1_000_000) });
export const Pressure = z.looseObject({ pascal: z.number().min(0).max(1_000_000) });
export const Total = z.looseObject({ total });
export const Present = state("PRESENT", "NOT_PRESENT");
export const Motion = state("MOTION_DETECTED", "NO_MOTION_DETECTED");
export const Contact = state("OPEN", "CLOSED");
export const DeskOccupancy = z.looseObject({
  state: z.enum(["OCCUPIED", "NOT_OCCUPIED"]),
  remarks: z.array(z.string()).nullish(),
});
export const ProbeWireStatus = state(
  "TWO_WIRE",
  "THREE_WIRE",
  "FOUR_WIRE",
  "INVALID_WIRE_CONFIGURATION",
  "INVALID_COEFFICIENT_CONFIGURATION",
);
export const BatteryStatus = z.looseObject({ percentage: percent });
export const NetworkStatus = z.looseObject({
  signalStrength: percent,
  /** Who heard it. What is not as documented there says nothing, and spoils nothing. */
  cloudConnectors: z
    .array(z.looseObject({ id: Id }))
    .max(20)
    .nullish()
    .catch(null),
});
export const ConnectionStatus = z.looseObject({
  connection: z.enum(["SDS", "ETHERNET", "CELLULAR", "OFFLINE"]),
  available: z.array(TypeName).max(10).nullish(),
});
export const EthernetStatus = z.looseObject({ errors: problems });
export const CellularStatus = z.looseObject({ signalStrength: percent, errors: problems });
export const Problem = z.looseObject({ code: z.number().optional(), message: Name });

export const LabelChanges = z.looseObject({
  added: Labels.nullish(),
  modified: Labels.nullish(),
  removed: z.array(z.string()).nullish(),
});

/** The one event whose data is not nested under its own name; the nested shape is understood as well. */
export const LabelsChanged = z.looseObject({
  event: z.looseObject({ data: LabelChanges.extend({ labelsChanged: LabelChanges.nullish() }) }),
});
