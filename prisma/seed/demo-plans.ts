import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { FloorPlan, type Point } from "@/lib/core/floor-plan";
import description from "./demo-building/building.json" with { type: "json" };

const Corner = z.tuple([z.number(), z.number()]);

/** What building.json says of how the building looks. Corners are parts of the drawing's width and height. */
const Drawn = z.object({
  floors: z.array(
    z.object({
      id: z.string(),
      drawing: z.string(),
      /** px */
      width: z.number(),
      /** px */
      height: z.number(),
      metresWide: z.number(),
      outline: z.array(Corner),
    }),
  ),
  spaces: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["room", "zone", "desk"]),
      floorId: z.string(),
      polygon: z.array(Corner),
    }),
  ),
});

const { floors, spaces } = Drawn.parse(description);

/** Half of an outer wall, px: the frame ends where the building does. */
const WALL_PX = 6;

function floorOf(id: string) {
  const floor = floors.find((one) => one.id === id);
  if (!floor) throw new Error(`building.json has no floor ${id}`);
  return floor;
}

/** The drawing of a floor of the demo building; made by us, so it is shown as it is. */
export function demoDrawing(floorId: string) {
  const { drawing, width, height } = floorOf(floorId);
  const bytes = readFileSync(path.join(import.meta.dirname, "demo-building", drawing));
  return { name: drawing, type: "image/svg+xml", bytes, width, height };
}

/** The part of the drawing that the building fills, as parts of it. */
function frameOf({ outline, width, height }: ReturnType<typeof floorOf>) {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs) - WALL_PX / width, Math.min(...ys) - WALL_PX / height];
  return {
    left,
    top,
    width: Math.max(...xs) + WALL_PX / width - left,
    height: Math.max(...ys) + WALL_PX / height - top,
  };
}

const exact = (value: number) => Math.round(value * 1e6) / 1e6;

/** The plan of a floor of the demo building. `spaceIds` by the ids of building.json. */
export function demoPlan(floorId: string, drawingId: string, spaceIds: ReadonlyMap<string, number>): FloorPlan {
  const floor = floorOf(floorId);
  const frame = frameOf(floor);
  const inFrame = ([x, y]: readonly [number, number]): Point => [
    exact((x - frame.left) / frame.width),
    exact((y - frame.top) / frame.height),
  ];
  const [x, y] = inFrame([0, 0]);
  return FloorPlan.parse({
    aspect: exact((frame.width * floor.width) / (frame.height * floor.height)),
    widthM: exact(floor.metresWide * frame.width),
    drawing: {
      id: drawingId,
      x,
      y,
      width: exact(1 / frame.width),
      height: exact(1 / frame.height),
      rotation: 0,
      opacity: 1,
    },
    shapes: spaces
      .filter((space) => space.floorId === floorId)
      .map(({ id, kind, polygon }) => ({ id, kind, points: polygon.map(inFrame), spaceId: String(spaceIds.get(id)) })),
  });
}
