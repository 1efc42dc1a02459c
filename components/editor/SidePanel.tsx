import type { SpaceSource } from "@/lib/core/floor";
import type { DrawingInfo } from "@/lib/core/floor-plan";
import type { PlanIssue } from "@/lib/core/plan-checks";
import type { SpaceType } from "@/lib/core/space-type";
import { ChecksPanel } from "./ChecksPanel";
import { DeskGridPanel } from "./DeskGridPanel";
import { DrawingPanel } from "./DrawingPanel";
import { useEditor, useSelectedShapes } from "./editor-store";
import { LayersPanel } from "./LayersPanel";
import { ManyPanel } from "./ManyPanel";
import classes from "./Panel.module.css";
import { MeasurePanel, PlanPanel } from "./PlanPanel";
import { ShapePanel } from "./ShapePanel";
import { UnplacedSpaces } from "./UnplacedSpaces";
import type { Upload } from "./use-upload";

interface SidePanelProps {
  readonly floorName: string;
  readonly types: readonly SpaceType[];
  readonly sources: ReadonlyMap<string, readonly SpaceSource[]>;
  readonly drawings: readonly DrawingInfo[];
  readonly issues: readonly PlanIssue[];
  readonly upload: Upload;
  /** ms; when the page was made. */
  readonly started: number;
  readonly canEdit: boolean;
}

/** Beside the plan: what is selected (or the plan itself), the layers and the checks. */
export function SidePanel({ floorName, types, sources, drawings, issues, upload, started, canEdit }: SidePanelProps) {
  const shapes = useSelectedShapes();
  const tool = useEditor((state) => state.tool);
  const [only] = shapes;
  return (
    <div className={classes.panel}>
      {tool === "measure" ? <MeasurePanel /> : null}
      {tool === "desks" ? <DeskGridPanel /> : null}
      {only && shapes.length === 1 ? (
        <ShapePanel shape={only} types={types} sources={sources} started={started} canEdit={canEdit} />
      ) : null}
      {shapes.length > 1 ? <ManyPanel shapes={shapes} canEdit={canEdit} /> : null}
      {shapes.length === 0 ? (
        <>
          <PlanPanel floorName={floorName} canEdit={canEdit} />
          {canEdit ? <DrawingPanel upload={upload} drawings={drawings} /> : null}
          {canEdit ? <UnplacedSpaces /> : null}
        </>
      ) : null}
      <LayersPanel drawings={drawings} />
      <ChecksPanel issues={issues} />
    </div>
  );
}
