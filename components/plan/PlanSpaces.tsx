import { memo, type ReactNode, useMemo, useState } from "react";
import { PlanArea } from "./PlanArea";
import { type PlanFrame, PlanLayer } from "./PlanLayer";
import { PlanSign } from "./PlanSign";
import type { PlanItem } from "./plan-items";
import type { PlanShapeProps } from "./plan-shape-props";
import { useInTurns } from "./use-in-turns";

export interface DrawnItem {
  readonly item: PlanItem;
  readonly face: PlanShapeProps;
}

interface PlanScale {
  /** px per unit of what is drawn now. */
  readonly scale: number;
  /** 1 shows everything, more is closer. */
  readonly zoomed: number;
}

interface PlanSpacesProps extends PlanScale {
  readonly drawn: readonly DrawnItem[];
  readonly frame: PlanFrame;
  readonly tabStop: string | null;
  readonly compact: boolean;
  readonly isWall: boolean;
  /** Words stand once the stage is measured. */
  readonly hasSigns: boolean;
  /** Above rooms and zones, below desks and all words. */
  readonly children: ReactNode;
}

/** Drawn and painted at once: a large floor would take longer than a picture may. */
const MOST_AT_ONCE = 64;

interface Run extends PlanScale {
  /** Place of its first in the order. */
  readonly from: number;
  readonly drawn: readonly DrawnItem[];
}

const isSame = (a: Run, b: Run) =>
  a.scale === b.scale &&
  a.zoomed === b.zoomed &&
  a.drawn.length === b.drawn.length &&
  a.drawn.every(({ item, face }, i) => item === b.drawn[i]?.item && face === b.drawn[i]?.face);

/** Cuts what is drawn into runs; one in which nothing changed stays the same object. */
function runCutter(): (drawn: readonly DrawnItem[], scale: PlanScale) => readonly Run[] {
  let known: readonly Run[] = [];
  return (drawn, { scale, zoomed }) => {
    const count = Math.max(1, Math.ceil(drawn.length / MOST_AT_ONCE));
    known = Array.from({ length: count }, (_, i) => {
      const from = i * MOST_AT_ONCE;
      const run = { from, drawn: drawn.slice(from, from + MOST_AT_ONCE), scale, zoomed };
      const old = known[i];
      return old && isSame(old, run) ? old : run;
    });
    return known;
  };
}

/** Rooms, zones and desks. On a large floor they lie on several sheets, which take turns when something changes. */
export function PlanSpaces(props: PlanSpacesProps) {
  const { drawn, frame, scale, zoomed, tabStop, compact, isWall, hasSigns, children } = props;
  const [cut] = useState(runCutter);
  const runs = useInTurns(useMemo(() => cut(drawn, { scale, zoomed }), [cut, drawn, scale, zoomed]));
  const isOwn = runs.length > 1;
  const areas = (isDesks: boolean) =>
    runs.map((run) => (
      <Areas key={run.from} run={run} isDesks={isDesks} frame={frame} isOwn={isOwn} tabStop={tabStop} />
    ));
  return (
    <>
      {areas(false)}
      {children}
      {areas(true)}
      {hasSigns
        ? runs.map((run) => (
            <Signs key={run.from} run={run} frame={frame} isOwn={isOwn} compact={compact} isWall={isWall} />
          ))
        : null}
    </>
  );
}

interface AreasProps {
  readonly run: Run;
  readonly isDesks: boolean;
  readonly frame: PlanFrame;
  readonly isOwn: boolean;
  readonly tabStop: string | null;
}

const Areas = memo(function Areas({ run, isDesks, frame, isOwn, tabStop }: AreasProps) {
  const drawn = run.drawn.filter(({ item }) => (item.shape.kind === "desk") === isDesks);
  if (drawn.length === 0) return null;
  return (
    <PlanLayer frame={frame} isOwn={isOwn}>
      {drawn.map(({ item, face }) => (
        <PlanArea key={item.shape.id} item={item} isTabStop={item.shape.id === tabStop} face={face} />
      ))}
    </PlanLayer>
  );
});

interface SignsProps {
  readonly run: Run;
  readonly frame: PlanFrame;
  readonly isOwn: boolean;
  readonly compact: boolean;
  readonly isWall: boolean;
}

const Signs = memo(function Signs({ run, frame, isOwn, compact, isWall }: SignsProps) {
  return (
    <PlanLayer frame={frame} isOwn={isOwn}>
      {run.drawn.map(({ item, face }) => (
        <PlanSign
          key={item.shape.id}
          item={item}
          scale={run.scale}
          zoomed={run.zoomed}
          compact={compact}
          isWall={isWall}
          face={face}
        />
      ))}
    </PlanLayer>
  );
});
