import type { Metric } from "./metric";
import type { SpaceKind } from "./space";

export const VENDORS = ["butlr", "disruptive", "zoom"] as const;
export type VendorId = (typeof VENDORS)[number];

/** What a vendor talks about, named as the vendor names it: a Butlr room, a DT device, a Zoom workspace. */
export interface SourceRef {
  readonly vendor: VendorId;
  readonly kind: string;
  readonly externalId: string;
}

/** One step of the way to a source: the vendor's own id and, as far as it says, name and custom id. */
export interface PlaceStep {
  readonly source: SourceRef;
  /** The kind of space this step is; null for what is no place by itself (a sensor, a Zoom Room) and waits for an admin. */
  readonly spaceKind: SpaceKind | null;
  readonly name: string | null;
  readonly customId: string | null;
  /** Words about the source that seldom change: model, labels (`label:room`), project. Written when they differ. */
  readonly attributes?: Readonly<Record<string, string | null>>;
}

/** That a source exists, and the way to it. The last step is the source itself; Butlr says the whole way from the site. */
export type SourceClaim = readonly PlaceStep[];

/** What one vendor event says, in our words. Moments are whole µs since the epoch, because vendors order by them. */
export type Observation = Reading | Fact | BookingFact | VisitFact | Signal;

/** One number at one time. Identity is (source, metric, observedAtUs). */
export interface Reading {
  readonly kind: "reading";
  readonly source: SourceRef;
  readonly metric: Metric;
  readonly value: number;
  readonly observedAtUs: number;
  /** Of two values for one moment the higher version wins; null when the event has none and the last to arrive wins. */
  readonly version: number | null;
  /** Right, but never "now": what was measured between two heartbeats, what a device caught up on. */
  readonly historyOnly?: true;
  /** The vendor itself is not sure (DT INCOMPLETE_DATA). */
  readonly uncertain?: true;
}

/** The latest word on something about a source: of two, the later moment wins. Null takes it back. */
export interface Fact {
  readonly kind: "fact";
  readonly source: SourceRef;
  readonly name: FactName;
  readonly value: FactValue | null;
  readonly observedAtUs: number;
}

export type FactName =
  /** true: the vendor deleted it. It stays deleted for whatever was said before. */
  | "removed"
  /** `{ kind, externalId }` of the source it is inside. */
  | "parent"
  /** What sort of place or thing the vendor calls it. */
  | "type"
  /** Where people stand now: `{ local: [[x, y]…], world: [[x, y]…] }`, metres. */
  | "positions"
  /** `{ app, startedAt, endedAt }`: what a room's signage shows. ISO 8601. */
  | "signage"
  /** `{ provider, at }`: somebody tried to join a meeting of another maker. An attempt, not a success. */
  | "meeting"
  /** true: the desk belongs to one person; who is not kept. */
  | "assigned"
  /** `{ answeredAt }`: a questionnaire was answered; the answers are never kept. */
  | "questionnaire"
  /** `{ available: ["ETHERNET"…] }`: ways a device can connect. */
  | "connection"
  /** true: this gateway (DT: a Cloud Connector) has heard the device. */
  | `gateway:${string}`
  /** A label somebody gave the device. */
  | `label:${string}`;

export type FactValue = string | number | boolean | readonly FactValue[] | { readonly [key: string]: FactValue | null };

/** What is said about one booking of a room or desk. Never a head count. */
export interface BookingFact {
  readonly kind: "booking";
  /** The room or desk that is booked. */
  readonly source: SourceRef;
  /** The vendor's id of the booking. */
  readonly bookingId: string;
  readonly observedAtUs: number;
  readonly change:
    | {
        readonly type: "set";
        readonly startsAtUs: number;
        readonly endsAtUs: number;
        /** Sealed by the adapter's privacy, or null. */
        readonly topic: string | null;
        readonly reservedFor: string | null;
      }
    /** Final: a late "set" does not bring it back. */
    | { readonly type: "cancelled" }
    | { readonly type: "checked-in" }
    | { readonly type: "checked-out" };
}

/** What is said about one visitor at one location. Names come sealed or not at all. */
export interface VisitFact {
  readonly kind: "visit";
  readonly location: SourceRef;
  readonly change: "expected" | "cancelled" | "checked-in" | "checked-out";
  /** Only invitations have one; deletions and check-ins are matched by who visits whom, where and when. */
  readonly invitationId: string | null;
  /** Pseudonym of the visitor's e-mail address. */
  readonly visitor: string;
  readonly hostId: string;
  readonly startsAtUs: number | null;
  readonly endsAtUs: number | null;
  /** Sealed. */
  readonly visitorName: string | null;
  readonly hostName: string | null;
  readonly observedAtUs: number;
}

export type Severity = "critical" | "major" | "minor" | "info";

/** Something is wrong, or right again. Whether that is an alert is decided elsewhere. */
export interface Signal {
  readonly kind: "signal";
  readonly source: SourceRef;
  /** One problem of one source: raised and cleared under the same code. */
  readonly code: string;
  /** `noted`: will never be cleared. */
  readonly phase: "raised" | "cleared" | "noted";
  readonly severity: Severity;
  /** The vendor's words, or ours. */
  readonly text: string;
  readonly observedAtUs: number;
}
