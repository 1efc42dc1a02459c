import type { TablerIcon } from "@tabler/icons-react";
import type { Shape } from "@/lib/core/floor-plan";

/** How a room, zone or desk is drawn. Flat, so that memo sees what really changed. */
export interface PlanShapeProps {
  /** CSS colours. */
  readonly fill: string;
  readonly stroke: string;
  /** Of words and icon on the fill. */
  readonly ink: string;
  /** `url(#…)` of a pattern over the fill. */
  readonly pattern?: string | undefined;
  readonly edge?: "solid" | "dashed" | "dotted" | undefined;
  /** px on the screen; 1.5 when left out. */
  readonly edgeWidth?: number | undefined;
  readonly icon?: TablerIcon | undefined;
  readonly name: string;
  readonly value?: string | undefined;
  readonly detail?: string | undefined;
  /** Everything as one sentence: the name of the shape for those who listen. */
  readonly sentence: string;
  readonly severity?: "critical" | "major" | "minor" | "info" | undefined;
  /** Where the mark of the severity leads. */
  readonly pinHref?: string | undefined;
  /** For styles and tests: goes to `data-state`. */
  readonly state?: string | undefined;
  readonly selected?: boolean | undefined;
  /** One of several that are looked at together. */
  readonly picked?: boolean | undefined;
  readonly dimmed?: boolean | undefined;
  /** Somewhere to drop on: its edge stands out. */
  readonly marked?: boolean | undefined;
}

/** Answers how a room, zone or desk is drawn; null leaves it out. */
export type ShapePropsOf = (shape: Shape) => PlanShapeProps | null;

/** A shape of a space that nobody said more of: paper, ink and its name. */
export const PLAIN_SHAPE = {
  fill: "var(--plan-floor)",
  stroke: "var(--border-strong)",
  ink: "var(--text-2)",
} as const;
