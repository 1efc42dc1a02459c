import type { FloorPlan, Shape, ShapeKind } from "../floor-plan";
import type { SpaceKind } from "../space";
import { english, type Text, text } from "../text";
import type { DeskGrid } from "./desk-grid";
import { frameOf, pointsOf, type XY } from "./frame";
import { type Box, boundsOf, rectangleOf, type TurnedBox } from "./geometry";
import { type History, historyOf } from "./history";
import type { Handle } from "./resizing";
import { type Guide, NO_TARGETS, type SnapTargets } from "./snapping";
import { FIRST_VIEW, type View } from "./view";

export type Tool =
  | "select"
  | "pan"
  | "room"
  | "polygon"
  | "zone"
  | "desk"
  | "desks"
  | "wall"
  | "door"
  | "text"
  | "measure"
  /** The drawing, by two of its points. */
  | "align";

export type LayerName = "drawing" | "spaces" | "desks" | "details" | "labels";

export interface Layer {
  readonly isShown: boolean;
  readonly isLocked: boolean;
  /** 0–1 */
  readonly opacity: number;
}

/** What a shape may be the outline of. */
export interface KnownSpace {
  readonly id: string;
  readonly kind: SpaceKind;
  readonly name: string;
  /** Its own; people. */
  readonly capacity: number | null;
  /** Its own, else its type's. */
  readonly effectiveCapacity: number | null;
  readonly typeId: string | null;
  readonly customId: string | null;
}

/** What the pointer is in the middle of. */
export type Doing =
  | { readonly kind: "move"; readonly step: string; readonly from: XY; readonly box: Box; readonly pressed: string }
  | { readonly kind: "resize"; readonly step: string; readonly box: TurnedBox; readonly handle: Handle }
  | { readonly kind: "turn"; readonly step: string; readonly centre: XY; readonly from: XY }
  | { readonly kind: "corner"; readonly step: string; readonly id: string; readonly index: number }
  | { readonly kind: "marquee"; readonly from: XY; readonly to: XY; readonly kept: readonly string[] }
  | { readonly kind: "box"; readonly makes: "room" | "zone" | "desk" | "desks"; readonly from: XY; readonly to: XY }
  | { readonly kind: "line"; readonly makes: "door" | "measure"; readonly from: XY; readonly to: XY }
  | { readonly kind: "path"; readonly makes: "room" | "wall"; readonly points: readonly XY[]; readonly to: XY }
  | { readonly kind: "align"; readonly points: readonly XY[]; readonly to: XY };

export interface EditorState {
  readonly history: History;
  /** Ids; those of shapes that are gone stay until something else is selected, so that undo brings both back. */
  readonly selection: readonly string[];
  /** Corners can be drawn one by one. */
  readonly editsCorners: boolean;
  /** The corner last touched of the only selected shape. */
  readonly corner: number | null;
  readonly tool: Tool;
  readonly doing: Doing | null;
  readonly targets: SnapTargets;
  readonly guides: readonly Guide[];
  /** Where the pointer is; null when it is elsewhere. */
  readonly pointer: XY | null;
  readonly measured: readonly [XY, XY] | null;
  readonly view: View;
  readonly layers: Readonly<Record<LayerName, Layer>>;
  readonly clipboard: readonly Shape[];
  readonly deskGrid: DeskGrid;
  readonly spaces: ReadonlyMap<string, KnownSpace>;
  /** Names of shapes begin with it: two editors never make the same. */
  readonly seed: string;
  readonly made: number;
  /** The words of who edits: for what is said, and for names of what is new. */
  readonly t: Text;
  /** For screen readers. */
  readonly said: string;
}

const layer = (change: Partial<Layer> = {}): Layer => ({ isShown: true, isLocked: false, opacity: 1, ...change });

/** The editor before the first touch. */
export function firstState(
  plan: FloorPlan,
  seed: string,
  spaces: readonly KnownSpace[] = [],
  t: Text = english,
): EditorState {
  return {
    history: historyOf(plan),
    selection: [],
    editsCorners: false,
    corner: null,
    tool: "select",
    doing: null,
    targets: NO_TARGETS,
    guides: [],
    pointer: null,
    measured: null,
    view: FIRST_VIEW,
    layers: {
      drawing: layer({ isLocked: true }),
      spaces: layer(),
      desks: layer(),
      details: layer(),
      labels: layer(),
    },
    clipboard: [],
    deskGrid: { columns: 4, rows: 2, gap: { x: 8, y: 8 } },
    spaces: new Map(spaces.map((space) => [space.id, space])),
    seed,
    made: 0,
    t,
    said: "",
  };
}

type WithPlan = Pick<EditorState, "history">;
type WithSelection = Pick<EditorState, "history" | "selection">;

export const planOf = (state: WithPlan): FloorPlan => state.history.present;
export const frameOfState = (state: WithPlan) => frameOf(planOf(state));

/** The plan as it was before what is being dragged, and as it is otherwise. */
export const settledPlan = ({ history, doing }: Pick<EditorState, "history" | "doing">): FloorPlan =>
  doing && "step" in doing && history.step === doing.step ? (history.past.at(-1) ?? history.present) : history.present;

const LAYER_OF: Record<ShapeKind, LayerName> = {
  room: "spaces",
  zone: "spaces",
  desk: "desks",
  wall: "details",
  door: "details",
  text: "details",
};

export const layerOf = ({ kind }: Pick<Shape, "kind">): LayerName => LAYER_OF[kind];

/** The selected shapes that exist, from the bottom to the top. */
export function selectedShapes(state: WithSelection): readonly Shape[] {
  const ids = new Set(state.selection);
  return ids.size === 0 ? [] : planOf(state).shapes.filter(({ id }) => ids.has(id));
}

/** The one selected shape; null for none or several. */
export function onlySelected(state: WithSelection): Shape | null {
  const [first, ...others] = selectedShapes(state);
  return first && others.length === 0 ? first : null;
}

/** May it be moved and changed? */
export const isFree = (state: Pick<EditorState, "layers">, shape: Shape): boolean =>
  !shape.locked && !state.layers[layerOf(shape)].isLocked;

/** May the pointer meet it? */
export const isReachable = (state: Pick<EditorState, "layers">, shape: Shape): boolean => {
  const { isShown, isLocked } = state.layers[layerOf(shape)];
  return isShown && !isLocked;
};

/** The box around the selection: turned with it when it is one turned rectangle. Null for nothing, or for a text. */
export function selectionBox(state: WithSelection): TurnedBox | null {
  const frame = frameOfState(state);
  const shapes = selectedShapes(state);
  const points = shapes.flatMap((shape) => pointsOf(frame, shape));
  if (points.length < 2) return null;
  const only = shapes.length === 1 && shapes[0]?.kind !== "wall" ? rectangleOf(points) : null;
  if (only) return only;
  const { x, y, width, height } = boundsOf(points);
  return { centre: [x + width / 2, y + height / 2], width, height, angle: 0 };
}

/** Said by `t`. */
export const KIND_WORDS: Record<ShapeKind, string> = {
  room: text("Room"),
  zone: text("Zone"),
  desk: text("Desk"),
  wall: text("Wall"),
  door: text("Door"),
  text: text("Text"),
};

/** How a shape is called: as it will be published, else by its kind. */
export function shapeName(shape: Shape, spaces: ReadonlyMap<string, KnownSpace>, t: Text): string {
  const space = shape.spaceId === null ? undefined : spaces.get(shape.spaceId);
  return shape.edit?.name ?? space?.name ?? (shape.text || t(KIND_WORDS[shape.kind]));
}
