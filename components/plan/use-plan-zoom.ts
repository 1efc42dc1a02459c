import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import {
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { PLAN_WIDTH, type PlanBox, planHeight } from "@/lib/core/plan-geometry";

const MOST = 12;
/** Words and edges are drawn anew at every quarter of a doubling, not at every frame of a zoom. */
const STEPS_PER_DOUBLING = 4;

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PlanZoom {
  /** px of the stage; null until it is measured. */
  readonly size: Size | null;
  /** px per unit when all of the plan is seen. */
  readonly base: number;
  /** How much larger than that it is drawn now, 1 and up, in steps. */
  readonly zoomed: number;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  /** Moves just so far that a box is seen. */
  readonly reveal: (box: PlanBox) => void;
}

type Behavior = ZoomBehavior<SVGSVGElement, unknown>;

/** Moves and scales the drawing inside a stage: wheel, fingers, buttons and keys. React draws only at steps of it. */
export function usePlanZoom(
  stage: RefObject<SVGSVGElement | null>,
  world: RefObject<SVGGElement | null>,
  aspect: number,
  margin: number,
): PlanZoom {
  const size = useSize(stage);
  const [zoomed, setZoomed] = useState(1);
  const base = baseOf(size, aspect, margin);
  const behavior = useRef<Behavior | null>(null);
  const draw = useCallback(
    (at: ZoomTransform) => {
      if (!size) return;
      const left = (size.width - PLAN_WIDTH * base) / 2;
      const top = (size.height - planHeight(aspect) * base) / 2;
      const [x, y] = at.apply([left, top]);
      world.current?.setAttribute("transform", `translate(${x},${y}) scale(${at.k * base})`);
      stage.current?.toggleAttribute("data-zoomed", at.k > 1.001);
      const step = 2 ** (Math.round(Math.log2(at.k) * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING);
      startTransition(() => setZoomed(step)); // the picture moves at once, its words may follow
    },
    [size, base, aspect, stage, world],
  );

  useLayoutEffect(() => {
    const element = stage.current;
    if (!element || !size) return;
    const one: Behavior = behavior.current ?? zoom<SVGSVGElement, unknown>().scaleExtent([1, MOST]).clickDistance(5);
    behavior.current = one;
    const edges: [[number, number], [number, number]] = [
      [0, 0],
      [size.width, size.height],
    ];
    one.extent(edges).translateExtent(edges).filter(isForPlan);
    one.on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => draw(event.transform));
    select(element).call(one).on("dblclick.zoom", null).style("touch-action", null);
    draw(zoomTransform(element));
  }, [stage, size, draw]);
  useEffect(() => {
    const element = stage.current;
    return () => void (element && select(element).on(".zoom", null));
  }, [stage]);

  return {
    size,
    base,
    zoomed,
    ...useMemo(() => controls(stage, world, behavior), [stage, world]),
  };
}

/** One finger scrolls the page until the plan is larger than its stage; a second button is never for the plan. */
function isForPlan(this: SVGSVGElement, event: Event): boolean {
  if ("touches" in event) return (event as TouchEvent).touches.length > 1 || zoomTransform(this).k > 1.001;
  const mouse = event as MouseEvent;
  return !mouse.button && (!mouse.ctrlKey || event.type === "wheel");
}

function controls(
  stage: RefObject<SVGSVGElement | null>,
  world: RefObject<SVGGElement | null>,
  behavior: RefObject<Behavior | null>,
): Pick<PlanZoom, "zoomBy" | "fit" | "reveal"> {
  const act = (work: (one: Behavior, element: SVGSVGElement) => void) => {
    if (behavior.current && stage.current) work(behavior.current, stage.current);
  };
  return {
    zoomBy: (factor) => act((one, element) => one.scaleBy(select(element), factor)),
    fit: () => act((one, element) => one.transform(select(element), zoomIdentity)),
    reveal: (box) =>
      act((one, element) => {
        const { k } = zoomTransform(element);
        if (k <= 1) return;
        const matrix = world.current?.getCTM();
        if (!matrix) return;
        const { clientWidth, clientHeight } = element;
        const left = box.left * matrix.a + matrix.e;
        const top = box.top * matrix.d + matrix.f;
        const x = missing(left, box.width * matrix.a, clientWidth);
        const y = missing(top, box.height * matrix.d, clientHeight);
        if (x !== 0 || y !== 0) one.translateBy(select(element), x / k, y / k);
      }),
  };
}

const AIR = 16;

/** How far something has to move along one axis to be seen, px. */
function missing(start: number, length: number, room: number): number {
  if (length > room - 2 * AIR) return room / 2 - (start + length / 2);
  if (start < AIR) return AIR - start;
  return Math.min(0, room - AIR - (start + length));
}

function baseOf(size: Size | null, aspect: number, margin: number): number {
  if (!size) return 1;
  const wide = (size.width - 2 * margin) / PLAN_WIDTH;
  const high = (size.height - 2 * margin) / planHeight(aspect);
  return Math.max(0.01, Math.min(wide, high));
}

function useSize(element: RefObject<SVGSVGElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      const { width, height } = current.getBoundingClientRect();
      setSize((old) => (width === 0 || (old?.width === width && old.height === height) ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
