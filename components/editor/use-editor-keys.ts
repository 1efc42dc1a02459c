import { useEffect } from "react";
import type { EditorEvent } from "@/lib/core/plan-editing/editor-events";
import { middleOfView } from "@/lib/core/plan-editing/editor-reducer";
import { type EditorState, frameOfState } from "@/lib/core/plan-editing/editor-state";
import { fromLength, gridOf } from "@/lib/core/plan-editing/frame";
import { type EditorStore, useEditorStore } from "./editor-store";
import { TOOL_LIST } from "./tool-list";

/** Where letters are text, and where keys have meanings of their own. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null;
/** Buttons and menus take Enter, arrows and Space themselves. */
const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("button, a, [role=menu], [role=slider], [role=listbox]") !== null;

const WITH_MODIFIER: Record<string, EditorEvent> = {
  z: { type: "undo" },
  y: { type: "redo" },
  a: { type: "select-all" },
  c: { type: "copy" },
  x: { type: "cut" },
  v: { type: "paste" },
  d: { type: "duplicate" },
};

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const PAN_PX = 60;
const ZOOM = 1.25;

function withModifier(event: KeyboardEvent): EditorEvent | null {
  const key = event.key.toLowerCase();
  if (event.shiftKey && key === "z") return { type: "redo" };
  return event.shiftKey ? null : (WITH_MODIFIER[key] ?? null);
}

/** Arrows move what is selected by 5 cm (Shift: 50 cm), or else the view. */
function arrow(state: EditorState, event: KeyboardEvent): EditorEvent | null {
  const way = ARROWS[event.key];
  if (!way) return null;
  const [x, y] = way;
  if (state.selection.length === 0) return { type: "pan", by: [-x * PAN_PX, -y * PAN_PX] };
  const step = (gridOf(frameOfState(state)) / 5) * (event.shiftKey ? 10 : 1);
  return { type: "nudge", by: [x * step, y * step] };
}

const BOX_TOOLS = { room: [4, 3], zone: [6, 4], desk: [1.6, 0.8] } as const;
const BOX_PARTS = { room: [10, 7.5], zone: [15, 10], desk: [4, 2] } as const;

/** Enter ends a path; with a tool for boxes it puts one of the usual size into the middle of the view. */
function enter(state: EditorState): EditorEvent | null {
  if (state.doing?.kind === "path") return { type: "finish" };
  const { tool } = state;
  if (tool !== "room" && tool !== "zone" && tool !== "desk") return null;
  const frame = frameOfState(state);
  const [wide, deep] = (frame.perMetre === null ? BOX_PARTS : BOX_TOOLS)[tool];
  const [width, height] = [fromLength(frame, wide), fromLength(frame, deep)];
  const [x, y] = middleOfView(state);
  return { type: "add", kind: tool, box: { x: x - width / 2, y: y - height / 2, width, height } };
}

function plain(state: EditorState, event: KeyboardEvent): EditorEvent | null {
  switch (event.key) {
    case "Escape":
      return { type: "cancel" };
    case "Delete":
      return { type: "remove" };
    case "Backspace":
      return state.doing ? { type: "step-back" } : { type: "remove" };
    case "+":
    case "=":
      return { type: "zoom", factor: ZOOM };
    case "-":
      return { type: "zoom", factor: 1 / ZOOM };
    case "0":
      return { type: "fit" };
    case "2":
      return { type: "fit", what: "selection" };
    case "[":
      return { type: "order", to: "back" };
    case "]":
      return { type: "order", to: "front" };
    case "e":
    case "E":
      return { type: "corners", isOn: !state.editsCorners };
    case "l":
    case "L":
      return { type: "lock", isLocked: !isLocked(state) };
    default:
      return toolOf(event.key);
  }
}

const isLocked = (state: EditorState) =>
  state.history.present.shapes.some(({ id, locked }) => locked && state.selection.includes(id));

function toolOf(key: string): EditorEvent | null {
  const entry = TOOL_LIST.find((one) => one.key === key.toUpperCase());
  return entry ? { type: "tool", tool: entry.tool } : null;
}

function eventOf(store: EditorStore, event: KeyboardEvent): EditorEvent | null {
  const state = store.state();
  if (event.ctrlKey || event.metaKey) return event.altKey ? null : withModifier(event);
  if (event.altKey) return null;
  if (isControl(event.target)) return event.key === "Escape" ? { type: "cancel" } : toolOf(event.key);
  return arrow(state, event) ?? (event.key === "Enter" ? enter(state) : plain(state, event));
}

/** The keyboard of the whole editor, but for where somebody types. */
export function useEditorKeys(isOn: boolean, onHelp: () => void) {
  const store = useEditorStore();
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (event.key === "?") return onHelp();
      const command = eventOf(store, event);
      if (!command) return;
      event.preventDefault();
      store.dispatch(command);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [store, isOn, onHelp]);
}
