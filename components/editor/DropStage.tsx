import { type DragEvent, type ReactNode, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { toPlanUnits } from "@/lib/core/plan-editing/view";
import canvasClasses from "./Canvas.module.css";
import classes from "./EditorScreen.module.css";
import { useEditorStore } from "./editor-store";

/** What a space dragged out of the list carries. */
export const SPACE_DRAG = "application/x-occupancy-space";

interface DropStageProps {
  /** False: nothing can be dropped. */
  readonly canEdit: boolean;
  readonly onFile: (file: File) => void;
  /** The canvas, which fills it, and what lies over it. */
  readonly children: ReactNode;
}

/** Where files and spaces are let go: the whole stage, as what lies over the canvas must not swallow them. */
export function DropStage({ canEdit, onFile, children }: DropStageProps) {
  const t = useText();
  const store = useEditorStore();
  const [isOver, setIsOver] = useState(false);
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!canEdit || !isOurs(event.dataTransfer)) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      const [file] = event.dataTransfer.files;
      const spaceId = event.dataTransfer.getData(SPACE_DRAG);
      const { left, top } = event.currentTarget.getBoundingClientRect();
      const at = toPlanUnits(store.state().view, [event.clientX - left, event.clientY - top]);
      if (file) onFile(file);
      else if (spaceId) store.dispatch({ type: "place", spaceId, at });
    },
  };
  return (
    <div className={classes.stage} {...drop}>
      {children}
      {isOver ? <div className={canvasClasses.drop}>{t("Let go to place it on the plan")}</div> : null}
    </div>
  );
}

const isOurs = ({ types }: DataTransfer) => types.includes("Files") || types.includes(SPACE_DRAG);
