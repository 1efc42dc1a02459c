import { Button, FileButton, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { FloorSummary } from "@/lib/core/floor";
import { useEditor, usePlan } from "./editor-store";
import classes from "./StartNote.module.css";
import type { Upload } from "./use-upload";

interface StartNoteProps {
  readonly floors: readonly FloorSummary[];
  readonly floorId: string;
  readonly upload: Upload;
  readonly onCopy: (fromFloorId: string) => void;
}

/** The three ways to begin, while there is nothing on the plan. */
export function StartNote({ floors, floorId, upload, onCopy }: StartNoteProps) {
  const t = useText();
  const { shapes, drawing } = usePlan();
  const isIdle = useEditor((state) => state.tool === "select" && state.doing === null);
  if (shapes.length > 0 || drawing || !isIdle) return null;
  const others = floors.filter(({ id }) => id !== floorId);
  return (
    <div className={classes.note}>
      <h2 className={classes.title}>{t("Nothing is drawn yet")}</h2>
      <p className={classes.words}>
        {t("Drop a drawing (PNG, JPEG, SVG, PDF) here to trace it, or choose a tool and draw. R draws a room.")}
      </p>
      <div className={classes.actions}>
        <FileButton
          accept="image/png,image/jpeg,image/svg+xml,application/pdf"
          onChange={(file) => file && upload.send(file)}
        >
          {(props) => (
            <Button {...props} loading={upload.state.kind === "sending"}>
              {t("Choose a drawing")}
            </Button>
          )}
        </FileButton>
        {others.length > 0 ? (
          <Menu shadow="md">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={14} />}>
                {t("Copy another floor")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
              {others.map(({ id, name, building }) => (
                <Menu.Item key={id} onClick={() => onCopy(id)}>
                  {building.name} / {name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {upload.state.kind === "failed" ? (
        <p className={classes.problem} role="alert">
          {upload.state.name}: {t(upload.state.message)}
        </p>
      ) : null}
    </div>
  );
}
