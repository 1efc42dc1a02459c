import type { Shape } from "@/lib/core/floor-plan";
import { clustersOf, middleOf, type Spot } from "@/lib/core/plan-geometry";
import { textWidth } from "@/lib/core/plan-label";
import classes from "./PlanView.module.css";
import type { PlanItem } from "./plan-items";

interface PlanClustersProps {
  readonly items: readonly PlanItem[];
  /** px per unit of what is drawn now. */
  readonly scale: number;
  readonly wordsOf: (desks: readonly Shape[]) => string;
}

/** A desk smaller than this has no room for its icon, px. */
const SMALLEST_PX = 11;
const SIZE_PX = 11.5;
const APART_PX = 120;
const FEWEST = 3;

const isTiny = ({ bounds }: PlanItem, scale: number) => Math.min(bounds.width, bounds.height) * scale < SMALLEST_PX;

/** Desks that are too small to be told apart and stand in no zone that speaks for them: how many are free, together. */
export function PlanClusters({ items, scale, wordsOf }: PlanClustersProps) {
  const tiny = items.filter((item) => item.shape.kind === "desk" && item.inside === null && isTiny(item, scale));
  const spots = tiny.map(({ bounds }) => middleOf(bounds));
  return clustersOf(spots, APART_PX / scale)
    .filter((members) => members.length >= FEWEST)
    .map((members) => {
      const desks = members.flatMap((i) => tiny[i]?.shape ?? []);
      return <Cluster key={desks[0]?.id} at={meanOf(members, spots)} scale={scale} words={wordsOf(desks)} />;
    });
}

function meanOf(members: readonly number[], spots: readonly Spot[]): Spot {
  const mean = (axis: 0 | 1) => members.reduce((sum, i) => sum + (spots[i]?.[axis] ?? 0), 0) / members.length;
  return [mean(0), mean(1)];
}

function Cluster({ at: [x, y], scale, words }: { at: Spot; scale: number; words: string }) {
  const width = textWidth(words, SIZE_PX, true) + 16;
  return (
    <g className={classes.cluster} transform={`translate(${x},${y}) scale(${1 / scale})`} aria-hidden>
      <rect x={-width / 2} y={-11} width={width} height={22} rx={6} />
      <text fontSize={SIZE_PX}>{words}</text>
    </g>
  );
}
