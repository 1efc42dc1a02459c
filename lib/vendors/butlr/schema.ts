import { z } from "zod";
import { EARLIEST_MS, Id, MOST_PEOPLE, Name, OptionalId, TypeName } from "../schema-parts";

/** What every Butlr event has; an unhandled one may lack the timestamp. */
export const Envelope = z.looseObject({ type: TypeName, timestamp: z.unknown() });

const MOST_POSITIONS = 100;

/** ms UTC; fractions are cut. The clock is parse.ts's business: zod compiles a schema, and one per event costs more than all else. */
const timestamp = z.number().min(EARLIEST_MS, "is before 2015").transform(Math.trunc);

/** Documented only as "number": fractions are kept, strings and null are never a count. */
const People = z.number().min(0).max(MOST_PEOPLE);

const OnFloor = {
  site_id: Id,
  site_name: Name,
  building_id: Id,
  building_name: Name,
  floor_id: Id,
  floor_name: Name,
  floor_custom_id: OptionalId,
};
const InRoom = { room_id: Id, room_name: Name, room_custom_id: OptionalId };
const Zone = { zone_name: Name, zone_custom_id: OptionalId };

const FloorMetadata = z.object(OnFloor);
const RoomMetadata = z.object({ ...OnFloor, ...InRoom });
/** A zone or a sensor may hang on a room, or directly on the floor. */
const PlaceMetadata = z.object({ ...OnFloor, ...InRoom, room_id: OptionalId, ...Zone, zone_id: OptionalId });
const ZoneMetadata = PlaceMetadata.extend({ zone_id: Id });
const SensorMetadata = PlaceMetadata.extend({
  sensor_id: Id,
  sensor_model: Name,
  sensor_mode: Name,
  mac_address: Name,
  hive_id: OptionalId,
  hive_serial: Name,
});

const event = <M extends z.ZodType>(metadata: M) => z.object({ id: Id, timestamp, metadata });
const Position = z.tuple([z.number(), z.number()]);
const Positions = z.array(Position).max(MOST_POSITIONS);

export const FloorOccupancy = event(FloorMetadata).extend({ data: People });
export const RoomOccupancy = event(RoomMetadata).extend({ data: People });
export const ZoneOccupancy = event(ZoneMetadata).extend({ data: People });
/** The type says all: there is no `data`. */
export const RoomMotion = event(RoomMetadata);
/** People who passed the doorway since the event before. */
export const Traffic = event(SensorMetadata).extend({ data: z.object({ in: People, out: People }) });
/** Where people stand: metres from the sensor (`local`) and on the floor plan (`world`). */
export const Detections = event(SensorMetadata).extend({ data: z.object({ local: Positions, world: Positions }) });

export type Place = z.infer<typeof PlaceMetadata>;
export type Sensor = z.infer<typeof SensorMetadata>;
