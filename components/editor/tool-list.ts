import {
  IconBorderCorners,
  IconDeviceDesktop,
  IconDoor,
  IconHandStop,
  IconLayoutGrid,
  IconPointer,
  IconPolygon,
  IconRectangle,
  IconRuler2,
  IconTypography,
  IconWall,
} from "@tabler/icons-react";
import type { Tool } from "@/lib/core/plan-editing/editor-state";
import { text } from "@/lib/core/text";

export interface ToolEntry {
  readonly tool: Tool;
  /** Said by `t`, as the hint. */
  readonly label: string;
  /** The letter that chooses it. */
  readonly key: string;
  readonly icon: typeof IconPointer;
  /** What to do with it, in one sentence. */
  readonly hint: string;
}

const entry = (tool: Tool, label: string, key: string, icon: typeof IconPointer, hint: string): ToolEntry => ({
  tool,
  label,
  key,
  icon,
  hint,
});

/** In groups, from the top of the column. */
export const TOOL_GROUPS: readonly (readonly ToolEntry[])[] = [
  [
    entry("select", text("Select"), "V", IconPointer, text("Click a shape, or drag around several.")),
    entry(
      "pan",
      text("Move the view"),
      "H",
      IconHandStop,
      text("Drag to move the view. Space does the same with any tool."),
    ),
  ],
  [
    entry("room", text("Room"), "R", IconRectangle, text("Drag from corner to corner. Shift makes it square.")),
    entry(
      "polygon",
      text("Room by its corners"),
      "P",
      IconPolygon,
      text("Click the corners. Enter or the first corner closes it."),
    ),
    entry("zone", text("Zone"), "Z", IconBorderCorners, text("Drag from corner to corner.")),
    entry("desk", text("Desk"), "D", IconDeviceDesktop, text("Click for a usual desk, or drag its size.")),
    entry("desks", text("Desk grid"), "G", IconLayoutGrid, text("Drag over the place of all desks.")),
  ],
  [
    entry("wall", text("Wall"), "W", IconWall, text("Click along the wall. Enter ends it.")),
    entry("door", text("Door"), "O", IconDoor, text("Drag from the hinge to the latch.")),
    entry("text", text("Text"), "T", IconTypography, text("Click where it starts.")),
    entry("measure", text("Measure"), "M", IconRuler2, text("Drag along a known length to set the scale.")),
  ],
];

export const TOOL_LIST = TOOL_GROUPS.flat();
