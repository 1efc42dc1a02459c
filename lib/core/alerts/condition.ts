import type { AlertKind, AlertSeverity, ResolvedReason } from "../alert";
import type { VendorId } from "../observation";

/** Where something stands; all null for what stands nowhere yet. */
export interface AlertPlace {
  readonly spaceId: number | null;
  readonly floorId: number | null;
  readonly siteId: number | null;
}

export const NOWHERE: AlertPlace = { spaceId: null, floorId: null, siteId: null };

/** A maintenance window that keeps alerts quiet. */
export interface Suppression {
  readonly id: number;
  readonly name: string;
  /** ms; null until somebody ends it. */
  readonly until: number | null;
}

/** Something that is wrong now, as all that was said of it adds up. Moments are ms since the epoch. */
export interface Condition {
  readonly cause: string;
  readonly kind: AlertKind;
  /** What exactly: a signal's code or a rule's metric. */
  readonly code: string;
  readonly severity: AlertSeverity;
  readonly since: number;
  readonly lastAt: number;
  readonly count: number;
  /** When it is worth an alert: its beginning and the grace it has. */
  readonly firesAt: number;
  readonly text: string | null;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly ruleId: number | null;
  readonly sourceId: number | null;
  readonly vendor: VendorId | null;
  readonly place: AlertPlace;
  readonly suppression: Suppression | null;
}

/** That a cause is not wrong (any more), since when (ms) and why. */
export interface Ended {
  readonly ended: ResolvedReason;
  readonly at: number;
}
