import {
  type RefCallback,
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
import type { followGestures } from "./plan-gestures";
import { movedBy, type PlanTransform, type Room, scaledAt, WHOLE, within } from "./plan-transform";

/** Words and edges are drawn anew at every quarter of a doubling, not at every frame of a zoom. */
const STEPS_PER_DOUBLING = 4;

export interface PlanZoom {
  /** Of each group that moves and scales. */
  readonly world: RefCallback<SVGGElement>;
  /** px of the stage; null until it is measured. */
  readonly size: Room | null;
  /** px per unit when all of the plan is seen. */
  readonly base: number;
  /** How much larger than that it is drawn now, 1 and up, in steps. */
  readonly zoomed: number;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  /** Moves just so far that a box is seen. */
  readonly reveal: (box: PlanBox) => void;
}

/** Moves and scales the drawing inside a stage: wheel, fingers, buttons and keys. React draws only at steps of it. */
export function usePlanZoom(stage: RefObject<HTMLElement | null>, aspect: number, margin: number): PlanZoom {
  const size = useSize(stage);
  const worlds = useWorlds();
  const [zoomed, setZoomed] = useState(1);
  const base = baseOf(size, aspect, margin);
  const at = useRef<PlanTransform>(WHOLE);
  const draw = useCallback(() => {
    if (!size) return;
    const { k, x, y } = at.current;
    const left = ((size.width - PLAN_WIDTH * base) / 2) * k + x;
    const top = ((size.height - planHeight(aspect) * base) / 2) * k + y;
    worlds.move(`translate(${left},${top}) scale(${k * base})`);
    stage.current?.toggleAttribute("data-zoomed", k > 1.001);
    const step = 2 ** (Math.round(Math.log2(k) * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING);
    startTransition(() => setZoomed(step)); // the picture moves at once, its words may follow
  }, [size, base, aspect, stage, worlds]);
  const latest = useRef({ room: { width: 0, height: 0 }, draw });

  useLayoutEffect(() => {
    if (!size) return;
    latest.current = { room: size, draw };
    at.current = within(at.current, size);
    draw();
  }, [size, draw]);
  const moves = useMemo(() => {
    const set = (next: PlanTransform) => {
      at.current = next;
      latest.current.draw();
    };
    return { get: () => at.current, set, room: () => latest.current.room };
  }, []);
  useGestures(stage, moves);

  return { size, base, zoomed, world: worlds.join, ...useMemo(() => controls(worlds.first, moves), [worlds, moves]) };
}

/** Nobody turns a wheel before there is something to see: what follows hands is fetched after that. */
function useGestures(stage: RefObject<HTMLElement | null>, moves: Parameters<typeof followGestures>[1]): void {
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    void import("./plan-gestures").then((gestures) => {
      if (!isGone) stop = gestures.followGestures(element, moves);
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [stage, moves]);
}

/** The groups that move and scale together, also those that come later. */
function useWorlds() {
  const [worlds] = useState(() => {
    const groups = new Set<SVGGElement>();
    let transform: string | null = null;
    const place = (group: SVGGElement) => {
      if (transform !== null) group.setAttribute("transform", transform);
    };
    return {
      join: (group: SVGGElement | null) => {
        if (!group) return undefined;
        groups.add(group);
        place(group);
        return () => void groups.delete(group);
      },
      move: (next: string) => {
        transform = next;
        groups.forEach(place);
      },
      first: () => groups.values().next().value,
    };
  });
  return worlds;
}

function controls(
  world: () => SVGGElement | undefined,
  { get, set, room }: Parameters<typeof followGestures>[1],
): Pick<PlanZoom, "zoomBy" | "fit" | "reveal"> {
  return {
    zoomBy: (factor) => {
      const { width, height } = room();
      set(scaledAt(get(), factor, { x: width / 2, y: height / 2 }, room()));
    },
    fit: () => set(WHOLE),
    reveal: (box) => {
      const matrix = get().k > 1 ? world()?.getCTM() : null;
      if (!matrix) return;
      const { width, height } = room();
      const x = missing(box.left * matrix.a + matrix.e, box.width * matrix.a, width);
      const y = missing(box.top * matrix.d + matrix.f, box.height * matrix.d, height);
      if (x !== 0 || y !== 0) set(movedBy(get(), x, y, room()));
    },
  };
}

const AIR = 16;

/** How far something has to move along one axis to be seen, px. */
function missing(start: number, length: number, room: number): number {
  if (length > room - 2 * AIR) return room / 2 - (start + length / 2);
  if (start < AIR) return AIR - start;
  return Math.min(0, room - AIR - (start + length));
}

function baseOf(size: Room | null, aspect: number, margin: number): number {
  if (!size) return 1;
  const wide = (size.width - 2 * margin) / PLAN_WIDTH;
  const high = (size.height - 2 * margin) / planHeight(aspect);
  return Math.max(0.01, Math.min(wide, high));
}

function useSize(element: RefObject<HTMLElement | null>): Room | null {
  const [size, setSize] = useState<Room | null>(null);
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
