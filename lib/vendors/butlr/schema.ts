import { z } from "zod";
import { EARLIEST_MS, Id, MOST_PEOPLE, Name, OptionalId, TypeName } from "../schema-parts";

/** What every Butlr event has. */
export const Envelope = z.looseObject({ type: TypeName });

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
