import type { DrawingPlacement, FloorPlan, Shape, SpaceEdit } from "../floor-plan";
import type { Edge } from "./arranging";
import type { DeskGrid } from "./desk-grid";
import type { KnownSpace, Layer, LayerName, Tool } from "./editor-state";
import type { XY } from "./frame";
import type { Box } from "./geometry";
import type { Handle } from "./resizing";

/** What lies under the pointer. */
export type Target =
  | { readonly kind: "shape"; readonly id: string }
  | { readonly kind: "handle"; readonly handle: Handle }
  | { readonly kind: "turn" }
  | { readonly kind: "corner"; readonly index: number }
  /** The middle of the edge after a corner: pressing it makes a new one. */
  | { readonly kind: "edge"; readonly index: number };

export interface Keys {
  readonly shift: boolean;
  /** Held: nothing snaps. */
  readonly alt: boolean;
}

/** Places are in units. */
export type PointerEvents =
  | { readonly type: "press"; readonly at: XY; readonly on: Target | null; readonly keys: Keys }
  | { readonly type: "move"; readonly at: XY; readonly keys: Keys; readonly isHeld: boolean }
  | { readonly type: "leave" }
  | { readonly type: "release" }
  | { readonly type: "finish" }
  | { readonly type: "cancel" }
  | { readonly type: "step-back" };

export type ShapeEvents =
  | { readonly type: "remove" }
  | { readonly type: "nudge"; readonly by: XY }
  | { readonly type: "change"; readonly change: Partial<Shape>; readonly step?: string }
  | { readonly type: "edit"; readonly edit: SpaceEdit; readonly step?: string }
  | { readonly type: "bind"; readonly spaceId: string | null }
  | { readonly type: "resize"; readonly box: Partial<Box & { readonly angle: number }>; readonly step?: string }
  | { readonly type: "align"; readonly edge: Edge }
  | { readonly type: "distribute"; readonly axis: "x" | "y" }
  | { readonly type: "copy" }
  | { readonly type: "cut" }
  | { readonly type: "paste" }
  | { readonly type: "duplicate" }
  | { readonly type: "order"; readonly to: "front" | "back" }
  | { readonly type: "lock"; readonly isLocked: boolean }
  | { readonly type: "add"; readonly kind: "room" | "zone" | "desk"; readonly box: Box }
  | { readonly type: "place"; readonly spaceId: string; readonly at: XY };

export type SelectionEvents =
  | { readonly type: "select"; readonly ids: readonly string[]; readonly reveals?: boolean }
  | { readonly type: "select-all" }
  | { readonly type: "select-next"; readonly step: 1 | -1 }
  | { readonly type: "corners"; readonly isOn: boolean };

export type PlanEvents =
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  /** The typing or dragging is over. */
  | { readonly type: "seal" }
  | { readonly type: "drawing"; readonly change: Partial<DrawingPlacement> | null; readonly step?: string }
  | { readonly type: "plan"; readonly change: Partial<FloorPlan>; readonly step?: string }
  /** Other plans, one after the other: each can be undone. */
  | { readonly type: "replace"; readonly plans: readonly FloorPlan[]; readonly said: string }
  /** What is on the server now; there is no way back from it. */
  | { readonly type: "restart"; readonly plan: FloorPlan };

export type ScreenEvents =
  | { readonly type: "tool"; readonly tool: Tool }
  | { readonly type: "layer"; readonly layer: LayerName; readonly change: Partial<Layer> }
  | { readonly type: "desk-grid"; readonly change: Partial<DeskGrid> }
  | { readonly type: "spaces"; readonly spaces: readonly KnownSpace[] }
  | { readonly type: "canvas"; readonly width: number; readonly height: number }
  | { readonly type: "pan"; readonly by: XY }
  | { readonly type: "zoom"; readonly at?: XY; readonly factor: number }
  | { readonly type: "zoom-to"; readonly scale: number }
  | { readonly type: "fit"; readonly what?: "plan" | "selection" };

export type EditorEvent = PointerEvents | ShapeEvents | SelectionEvents | PlanEvents | ScreenEvents;
