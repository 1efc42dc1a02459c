import type { Metric } from "./metric";
import type { SpaceKind } from "./space";

export type VendorId = "butlr";

/** What a vendor talks about, named as the vendor names it. */
interface SourceRef {
  readonly vendor: VendorId;
  readonly kind: string;
  readonly externalId: string;
}

/** One step of the way to a source: the vendor's own id and, as far as it says, name and custom id. */
export interface PlaceStep {
  readonly source: SourceRef;
  readonly spaceKind: SpaceKind;
  readonly name: string | null;
  readonly customId: string | null;
}

/** What one vendor event says, in our words. Moments are whole µs since the epoch, because vendors order by them. */
export interface Observation {
  readonly kind: "reading";
  readonly source: SourceRef;
  readonly metric: Metric;
  readonly value: number;
  readonly observedAtUs: number;
  /** When the vendor computed it, whole seconds since the epoch; null when the event does not tell and arrival decides. */
  readonly computedAtS: number | null;
  /** From the site down to the source itself. */
  readonly place: readonly PlaceStep[];
}
