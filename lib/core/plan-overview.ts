import { z } from "zod";
import { FloorHead } from "./floor";
import { type FloorPlan, isSpaceShape, type Point } from "./floor-plan";

/** A plan small enough for a list: paths in a frame that is 100 wide. */
export const PlanThumbnail = z.object({
  aspect: z.number(),
  /** Outlines of rooms and zones. */
  areas: z.string(),
  /** Desks. */
  desks: z.string(),
  /** Walls and doors. */
  lines: z.string(),
});
export type PlanThumbnail = z.infer<typeof PlanThumbnail>;

/** A floor with the state of its plan. */
export const PlanOverview = z.object({
  floor: FloorHead,
  published: z.object({ at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
  draft: z.object({ at: z.iso.datetime().nullable(), by: z.string().nullable() }).nullable(),
  /** Spaces of the floor. */
  spaces: z.number(),
  /** Of these, how many viewers do not see on the plan. */
  notOnPlan: z.number(),
  /** Of what viewers see, or of the draft when they see nothing yet; null for an empty plan. */
  thumbnail: PlanThumbnail.nullable(),
});
export type PlanOverview = z.infer<typeof PlanOverview>;

/** `GET /api/plans` */
export const PlanOverviews = z.object({ items: z.array(PlanOverview) });
export type PlanOverviews = z.infer<typeof PlanOverviews>;

/** Shapes beyond this many do not show in a picture as wide as a thumb. */
const MOST_SHAPES = 400;

/** The small picture of a plan; null when there is nothing to see. */
export function thumbnailOf({ aspect, shapes }: FloorPlan): PlanThumbnail | null {
  const high = 100 / aspect;
  const number = (value: number) => String(Math.round(value * 10) / 10);
  const path = (points: readonly Point[], isClosed: boolean) =>
    `M${points.map(([x, y]) => `${number(x * 100)} ${number(y * high)}`).join("L")}${isClosed ? "Z" : ""}`;
  const drawn = shapes.filter(({ kind }) => kind !== "text").slice(0, MOST_SHAPES);
  const paths = (kinds: readonly string[]) =>
    drawn.flatMap(({ kind, points }) => (kinds.includes(kind) ? path(points, isSpaceShape(kind)) : [])).join("");
  if (drawn.length === 0) return null;
  return { aspect, areas: paths(["room", "zone"]), desks: paths(["desk"]), lines: paths(["wall", "door"]) };
}
