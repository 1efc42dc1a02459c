import type { SourceClaim } from "@/lib/core/observation";

/** What was read out of a place's description; the same description always says the same. */
export interface PlaceMemory {
  /** The claim of a description that is, field for field, one that was remembered; else undefined. */
  claimOf(metadata: unknown): SourceClaim | undefined;
  remember(metadata: unknown, claim: SourceClaim): void;
}

type Fields = Readonly<Record<string, unknown>>;

interface Known {
  readonly metadata: Fields;
  readonly size: number;
  readonly claim: SourceClaim;
}

/** A bound, so that a sender of endless new places costs time, never memory. */
const MOST = 20_000;
/** A description with more than that is read anew each time. */
const MOST_FIELDS = 32;

/** Every minute each room describes the same place: comparing is a tenth of the work of reading. */
export function createPlaceMemory(): PlaceMemory {
  const byId = new Map<unknown, Known>();
  return {
    claimOf(metadata) {
      if (!isFields(metadata)) return undefined;
      const known = byId.get(idOf(metadata));
      return known && isSame(known, metadata) ? known.claim : undefined;
    },
    remember(metadata, claim) {
      if (!isFields(metadata)) return;
      const keys = Object.keys(metadata);
      if (keys.length > MOST_FIELDS || !keys.every((key) => isPlain(metadata[key]))) return;
      if (byId.size >= MOST) byId.clear();
      byId.set(idOf(metadata), { metadata, size: keys.length, claim });
    },
  };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPlain = (value: unknown) => typeof value !== "object" || value === null;

/** Where to look; two places that share it only take turns. */
const idOf = ({ sensor_id, zone_id, room_id, floor_id }: Fields) => sensor_id || zone_id || room_id || floor_id;

function isSame({ metadata, size }: Known, given: Fields): boolean {
  let seen = 0;
  for (const key in given) {
    if (given[key] !== metadata[key]) return false;
    seen++;
  }
  return seen === size;
}
