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

export interface ToolEntry {
  readonly tool: Tool;
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
    entry("select", "Select", "V", IconPointer, "Click a shape, or drag around several."),
    entry("pan", "Move the view", "H", IconHandStop, "Drag to move the view. Space does the same with any tool."),
  ],
  [
    entry("room", "Room", "R", IconRectangle, "Drag from corner to corner. Shift makes it square."),
    entry(
      "polygon",
      "Room by its corners",
      "P",
      IconPolygon,
      "Click the corners. Enter or the first corner closes it.",
    ),
    entry("zone", "Zone", "Z", IconBorderCorners, "Drag from corner to corner."),
    entry("desk", "Desk", "D", IconDeviceDesktop, "Click for a usual desk, or drag its size."),
    entry("desks", "Desk grid", "G", IconLayoutGrid, "Drag over the place of all desks."),
  ],
  [
    entry("wall", "Wall", "W", IconWall, "Click along the wall. Enter ends it."),
    entry("door", "Door", "O", IconDoor, "Drag from the hinge to the latch."),
    entry("text", "Text", "T", IconTypography, "Click where it starts."),
    entry("measure", "Measure", "M", IconRuler2, "Drag along a known length to set the scale."),
  ],
];

export const TOOL_LIST = TOOL_GROUPS.flat();
