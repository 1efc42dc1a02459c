import { z } from "zod";

const ID_LENGTH = 256;
const NAME_LENGTH = 512;

/** Moments before this are no readings of this product. */
const EARLIEST_MS = Date.UTC(2015, 0, 1);
/** Further ahead a reading would outrank every honest one after it. */
export const FUTURE_MS = 5 * 60_000;
const MOST_PEOPLE = 100_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const CONTROL = /[\u0000-\u001f\u007f]/;

const Id = z
  .string()
  .min(1)
  .max(ID_LENGTH)
  .refine((id) => !CONTROL.test(id) && id.isWellFormed(), "holds control characters");

/** Optional ids and names come as absent, null or "". */
const absent = (value: unknown) => (value === null || value === "" ? undefined : value);
const OptionalId = z.preprocess(absent, Id.optional());
const Name = z.preprocess(
  (value) =>
    typeof value === "string" ? value.toWellFormed().replaceAll("\0", "").slice(0, NAME_LENGTH).trim() : value,
  z.preprocess(absent, z.string().optional()),
);

const Type = z.string().regex(/^[A-Za-z0-9_]{1,64}$/, "is not a type name");

/** What every Butlr event has. */
export const Envelope = z.looseObject({ type: Type });

/** ms UTC; fractions are cut. The clock is parse.ts's business: zod compiles a schema, and one per event costs more than all else. */
const timestamp = z.number().min(EARLIEST_MS, "is before 2015").transform(Math.trunc);

const Place = {
  site_id: Id,
  site_name: Name,
  building_id: Id,
  building_name: Name,
  floor_id: Id,
  floor_name: Name,
  floor_custom_id: OptionalId,
  room_name: Name,
  room_custom_id: OptionalId,
};

const event = <M extends z.ZodType>(metadata: M) =>
  z.looseObject({
    id: Id,
    timestamp,
    metadata,
    // Documented only as "number": fractions are kept, strings and null are never a count.
    data: z.number().min(0).max(MOST_PEOPLE),
  });

export const RoomOccupancy = event(z.looseObject({ ...Place, room_id: Id }));

export const ZoneOccupancy = event(
  z.looseObject({ ...Place, room_id: OptionalId, zone_id: Id, zone_name: Name, zone_custom_id: OptionalId }),
);
