"use client";

import dynamic from "next/dynamic";
import { type DragEvent, useId, useMemo, useRef, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import type { FloorPlan, Point, Shape } from "@/lib/core/floor-plan";
import { PLAN_WIDTH, planHeight } from "@/lib/core/plan-geometry";
import { PlanControls } from "./PlanControls";
import { PlanDrawing } from "./PlanDrawing";
import { PlanLayer } from "./PlanLayer";
import { PlanLines } from "./PlanLines";
import { PlanMarks } from "./PlanMarks";
import { PlanPatterns } from "./PlanPatterns";
import { PlanRing } from "./PlanRing";
import { type DrawnItem, PlanSpaces } from "./PlanSpaces";
import classes from "./PlanView.module.css";
import { type PlanItem, planItems } from "./plan-items";
import type { ShapePropsOf } from "./plan-shape-props";
import { shapeAt } from "./shape-at";
import { usePlanFocus } from "./use-plan-focus";
import { usePlanZoom } from "./use-plan-zoom";

const PlanClusters = dynamic(() => import("./PlanClusters").then((module) => module.PlanClusters), { ssr: false });
const PlanHere = dynamic(() => import("./PlanHere").then((module) => module.PlanHere), { ssr: false });

export interface PlanViewProps {
  readonly floorId: string;
  readonly plan: FloorPlan;
  /** What it is, for those who listen: "Level 1, floor plan". */
  readonly label: string;
  readonly shapeProps: ShapePropsOf;
  /** Click, Enter or Space on a shape. */
  readonly onOpen?: ((shape: Shape) => void) | undefined;
  /** The same with Shift held; without it Shift changes nothing. */
  readonly onPick?: ((shape: Shape) => void) | undefined;
  /** Something was let go over a shape. */
  readonly onDrop?: ((shape: Shape, data: DataTransfer) => void) | undefined;
  /** Icons instead of words until somebody zooms in. */
  readonly compact?: boolean | undefined;
  /** What is said of desks that are too small to be told apart: "5 of 12 free". */
  readonly deskWords?: ((desks: readonly Shape[]) => string) | undefined;
  /** Read from across the room: large letters, and nothing to press. */
  readonly isWall?: boolean | undefined;
  /** Where whoever looks stands, in parts of the plan's frame. */
  readonly here?: Point | null | undefined;
}

const MARGIN_PX = 12;
/** Where more stand than this, colours change without a fade: something always changes there. */
const MOST_FADING = 250;

/**
 * A floor plan to look at: it fills its parent, which needs a size. A shape is drawn again only when what `shapeProps`
 * answers for it has changed.
 */
export function PlanView({
  floorId,
  plan,
  label,
  shapeProps,
  onOpen,
  onPick,
  onDrop,
  compact = false,
  deskWords,
  isWall = false,
  here,
}: PlanViewProps) {
  const t = useText();
  const keysId = useId();
  const stage = useRef<HTMLDivElement>(null);
  const items = useMemo(() => planItems(plan), [plan]);
  const zoom = usePlanZoom(stage, plan.aspect, MARGIN_PX);
  const open = (id: string | null, isPick: boolean) => {
    const item = items.find(({ shape }) => shape.id === id);
    if (item) (isPick && onPick ? onPick : onOpen)?.(item.shape);
  };
  const { tabStop, ringed, handlers } = usePlanFocus(stage, items, zoom, open);
  const drop = useDrop(items, onDrop);
  const drawn = items.flatMap((item): DrawnItem[] => {
    const face = shapeProps(item.shape);
    return face ? [{ item, face: item.shape.id === drop.over ? { ...face, marked: true } : face }] : [];
  });
  const { size, base, zoomed, world } = zoom;
  const high = planHeight(plan.aspect);
  const viewBox = size ? `0 0 ${size.width} ${size.height}` : `0 0 ${PLAN_WIDTH} ${high}`;
  const frame = useMemo(() => ({ viewBox, world }), [viewBox, world]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be stretched by every browser
    <div
      className={classes.plan}
      data-still={items.length > MOST_FADING || undefined}
      role="group"
      aria-label={label}
      aria-describedby={onPick && keysId}
      {...handlers}
      {...drop.handlers}
    >
      <div ref={stage} className={classes.stage} data-stage>
        <PlanLayer frame={frame} isMute>
          <PlanPatterns />
          <PlanMarks faces={drawn.map(({ face }) => face)} />
          <rect data-paper className={classes.paper} width={PLAN_WIDTH} height={high} rx={4} />
        </PlanLayer>
        <PlanSpaces
          drawn={drawn}
          frame={frame}
          scale={base * zoomed}
          zoomed={zoomed}
          tabStop={tabStop}
          compact={compact}
          isWall={isWall}
          hasSigns={size !== null}
        >
          {plan.drawing ? (
            <PlanLayer frame={frame} isMute isInk>
              <PlanDrawing floorId={floorId} drawing={plan.drawing} aspect={plan.aspect} />
            </PlanLayer>
          ) : null}
          <PlanLayer frame={frame} isMute>
            <PlanLines plan={plan} />
          </PlanLayer>
        </PlanSpaces>
        <PlanLayer frame={frame}>
          {size && deskWords ? <PlanClusters items={items} scale={base * zoomed} wordsOf={deskWords} /> : null}
          {size && here ? <PlanHere point={here} aspect={plan.aspect} scale={base * zoomed} /> : null}
          {drawn.map(({ item, face }) => (face.picked ? <PlanRing key={item.shape.id} item={item} isPick /> : null))}
          <PlanRing item={drawn.find(({ face }) => face.selected)?.item} />
          <PlanRing item={drawn.find(({ item }) => item.shape.id === ringed)?.item} />
        </PlanLayer>
      </div>
      {onPick ? (
        <div id={keysId} hidden>
          {t("Enter opens a space, Shift and Enter picks several.")}
        </div>
      ) : null}
      {isWall ? null : <PlanControls onZoom={zoom.zoomBy} onFit={zoom.fit} zoomed={zoomed} />}
    </div>
  );
}

function useDrop(items: readonly PlanItem[], onDrop: PlanViewProps["onDrop"]) {
  const [over, setOver] = useState<string | null>(null);
  if (!onDrop) return { over: null, handlers: {} };
  const handlers = {
    onDragOver: (event: DragEvent) => {
      const id = shapeAt(event.target);
      if (id !== null) event.preventDefault();
      setOver(id);
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(null);
      const item = items.find(({ shape }) => shape.id === shapeAt(event.target));
      if (item) onDrop(item.shape, event.dataTransfer);
    },
  };
  return { over, handlers };
}
