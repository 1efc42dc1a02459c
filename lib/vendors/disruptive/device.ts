import type { z } from "zod";
import type { PlaceStep, SourceRef } from "@/lib/core/observation";
import { readLabels } from "./labels";
import { type Envelope, Metadata } from "./schema";

type Target = z.output<typeof Envelope>["event"]["targetName"];
type Described = z.output<typeof Metadata>;
type Changes = ReadonlyMap<string, string | null>;

interface Device {
  readonly step: PlaceStep;
  readonly notes: readonly string[];
}

/** The event's device as its envelope describes it; `changes` are labels the event itself says have changed. */
export function deviceOf(
  source: SourceRef,
  target: Target,
  envelope: { labels?: unknown; metadata?: unknown },
  changes: Changes,
): Device {
  const { labels, notes } = readLabels(envelope.labels, "labels");
  const metadata = Metadata.safeParse(envelope.metadata ?? {});
  const described: Partial<Described> = metadata.success ? metadata.data : {};
  const name = (changes.has("name") ? changes.get("name") : labels.get("name")) || null;
  const attributes = {
    project: target.project,
    ...(described.deviceType !== undefined && { type: described.deviceType }),
    ...(described.productNumber !== undefined && { model: described.productNumber }),
    ...labelAttributes(new Map([...takenOff(changes), ...labels])),
  };
  return {
    step: { source, spaceKind: null, name, customId: null, attributes },
    notes: [
      ...notes,
      ...(metadata.success ? [] : ["metadata: left out, is not as documented"]),
      ...contradictions(target, described),
    ],
  };
}

const takenOff = (changes: Changes) => [...changes].filter(([, value]) => value === null);

/** The prefix keeps a label called `type` or `__proto__` apart from all else. */
const labelAttributes = (labels: ReadonlyMap<string, string | null>) =>
  Object.fromEntries([...labels].map(([key, value]) => [`label:${key}`, value]));

function contradictions(target: Target, { deviceId, projectId }: Partial<Described>): string[] {
  return [
    ...(deviceId !== undefined && deviceId !== target.device ? ["metadata.deviceId"] : []),
    ...(projectId !== undefined && projectId !== target.project ? ["metadata.projectId"] : []),
  ].map((path) => `${path}: contradicts event.targetName, which wins`);
}
