import "server-only";
import type { Observation, SourceClaim, SourceRef } from "@/lib/core/observation";
import type { SampleLine, VendorSample } from "@/lib/core/vendor";
import type { LastEvent } from "@/lib/db/last-event-repository";
import { parseJson } from "@/lib/ingest/parse-json";
import type { VendorAdapter } from "@/lib/vendors/adapter";

const MOST_LINES = 5;

/** What today's adapter makes of a stored event; nothing of what it says about people. */
export function describeSample(event: LastEvent, adapter: VendorAdapter): VendorSample {
  const json = parseJson(Buffer.from(event.body));
  const parsed = json.kind === "value" ? adapter.parse(json.value, Date.parse(event.receivedAt)) : null;
  const { claims, observations } = parsed?.kind === "observations" ? parsed : { claims: [], observations: [] };
  const nameOf = namesIn(claims);
  const lines = observations.map((observation) => sampleLine(observation, nameOf));
  return { lines: lines.slice(0, MOST_LINES), more: Math.max(0, lines.length - MOST_LINES), issues: [...event.issues] };
}

function sampleLine(observation: Observation, nameOf: (source: SourceRef) => string): SampleLine {
  const says = (source: SourceRef, word: string) => ({ subject: nameOf(source), metric: null, value: null, word });
  switch (observation.kind) {
    case "reading": {
      const { source, metric, value } = observation;
      return { subject: nameOf(source), metric, value, word: null };
    }
    case "fact":
      return says(observation.source, observation.name);
    case "booking":
      return says(observation.source, `booking ${observation.change.type}`);
    case "visit":
      return says(observation.location, `visitor ${observation.change}`);
    case "signal":
      return says(observation.source, observation.text);
  }
}

/** The vendor's own name of a source where the event tells it, else its id. */
function namesIn(claims: readonly SourceClaim[]): (source: SourceRef) => string {
  const key = ({ kind, externalId }: SourceRef) => `${kind} ${externalId}`;
  const names = new Map(claims.flat().map((step) => [key(step.source), step.name]));
  return (source) => `${source.kind} ${names.get(key(source)) ?? source.externalId}`;
}
