import { Button } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import type { FloorSnapshot, FloorSummary } from "@/lib/core/floor";
import { Canvas } from "./Canvas";
import { DropStage } from "./DropStage";
import classes from "./EditorScreen.module.css";
import { StartNote } from "./StartNote";
import { StatusBar } from "./StatusBar";
import { ToolRail } from "./ToolRail";
import type { Upload } from "./use-upload";

interface EditorStageProps {
  readonly floor: FloorSnapshot["floor"];
  readonly floors: readonly FloorSummary[];
  /** False on a telephone: shapes are looked at there. */
  readonly canEdit: boolean;
  /** The properties stand beside it. */
  readonly isWide: boolean;
  readonly upload: Upload;
  /** Opens the properties; `isTyping`: to type into them. */
  readonly onProperties: (isTyping: boolean) => void;
  readonly onCopy: (fromFloorId: string) => void;
  readonly onHelp: () => void;
}

/** The tools, the plan, and what lies over it. */
export function EditorStage(props: EditorStageProps) {
  const t = useText();
  const { floor, floors, canEdit, isWide, upload, onProperties, onCopy, onHelp } = props;
  return (
    <div className={classes.editor}>
      {canEdit ? (
        <ToolRail />
      ) : (
        <p className={classes.note}>{t("To draw, open this page on a larger screen. Shapes can be looked at here.")}</p>
      )}
      <DropStage canEdit={canEdit} onFile={upload.send}>
        <Canvas
          floorId={floor.id}
          label={t("{name}, plan being edited", { name: floor.name })}
          canEdit={canEdit}
          onEnter={() => onProperties(true)}
        />
        <StartNote floors={floors} floorId={floor.id} upload={upload} onCopy={onCopy} />
        <StatusBar onHelp={onHelp} />
        {isWide ? null : (
          <Button variant="default" className={classes.properties ?? ""} onClick={() => onProperties(false)}>
            {t("Properties")}
          </Button>
        )}
      </DropStage>
    </div>
  );
}
