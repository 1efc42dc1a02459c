import { NO_WISH } from "@/components/floor/floor-filter";
import type { FloorView } from "@/components/floor/use-floor-view";

const nothing = () => undefined;

/** A floor that is looked at and not worked with. */
export const LOOK_ONLY: FloorView = {
  selectedId: null,
  open: nothing,
  close: nothing,
  choice: { state: null, group: null },
  choose: nothing,
  show: "occupancy",
  showAs: nothing,
  only: null,
  showOnly: nothing,
  wish: NO_WISH,
  wishFor: nothing,
  layout: null,
  lay: nothing,
};
