import { z } from "zod";

const Place = z.object({ id: z.string(), name: z.string() });

const BuildingSpace = Place.extend({
  kind: z.enum(["room", "zone", "desk"]),
  floorId: z.string(),
  parentId: z.string(),
  capacity: z.number().int(),
  type: z.string(),
});
export type BuildingSpace = z.infer<typeof BuildingSpace>;

/** What the simulator and the seed need of `prisma/seed/demo-building/building.json`. */
export const BuildingDescription = z.object({
  site: Place.extend({ timeZone: z.string() }),
  building: Place,
  floors: z.array(Place.extend({ level: z.number().int() })),
  spaces: z.array(BuildingSpace),
});
export type BuildingDescription = z.infer<typeof BuildingDescription>;

/** The parts of the demo building that are wrong on purpose, by id in building.json. */
export const DEMO_TROUBLE = {
  /** No sensor is mapped. */
  unmonitored: ["comms-1", "server"],
  /** A sensor is mapped and has never reported. */
  neverSends: ["quiet"],
  /** Its sensor went silent a while ago. */
  wentSilent: ["focus-1"],
  /** More people than seats when it is busy. */
  overfull: "oak",
} as const;

export const isMonitored = (spaceId: string) => !DEMO_TROUBLE.unmonitored.some((id) => id === spaceId);
export const everSends = (spaceId: string) =>
  isMonitored(spaceId) && !DEMO_TROUBLE.neverSends.some((id) => id === spaceId);
