import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconPencil } from "@tabler/icons-react";
import { PlacePicker } from "@/components/frame/PlacePicker";
import { useText } from "@/components/text/TextProvider";
import type { FloorHead, FloorSummary } from "@/lib/core/floor";
import classes from "./EditorHeader.module.css";
import { useDispatch, useEditor } from "./editor-store";

interface EditorHeaderProps {
  readonly floor: FloorHead;
  readonly floors: readonly FloorSummary[];
  readonly saved: string;
  /** The work is not on the server. */
  readonly isTroubled: boolean;
  readonly changes: number;
  readonly canEdit: boolean;
  readonly onDiscard: () => void;
  readonly onReview: () => void;
}

const editorOf = (floorId: string) => `/admin/plans/${floorId}`;

/** Which plan, how it is saved, and the ways back and out. */
export function EditorHeader({ floor, floors, saved, isTroubled, changes, ...rest }: EditorHeaderProps) {
  const t = useText();
  const { canEdit, onDiscard, onReview } = rest;
  return (
    <div className={classes.header}>
      <span className={classes.chip}>
        <IconPencil size={14} aria-hidden />
        {canEdit ? t("Editing draft") : t("Draft")}
      </span>
      <Crumbs floor={floor} floors={floors} />
      <span className={classes.saved} data-troubled={isTroubled || undefined} role="status">
        {saved}
      </span>
      <span className={classes.gap} />
      {canEdit ? (
        <>
          <UndoRedo />
          <Button
            variant="default"
            h={32}
            px={14}
            className={classes.discard ?? ""}
            disabled={changes === 0}
            onClick={onDiscard}
          >
            {t("Discard")}
          </Button>
          <Button h={32} px={14} onClick={onReview} disabled={changes === 0}>
            {changes === 0
              ? t("Nothing to review")
              : t("Review {changes, plural, one {# change} other {# changes}}", { changes })}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function Crumbs({ floor, floors }: { floor: FloorHead; floors: readonly FloorSummary[] }) {
  const t = useText();
  const buildings = floors.filter(
    (one, index) => floors.findIndex(({ building }) => building.id === one.building.id) === index,
  );
  const inBuilding = floors.filter(({ building }) => building.id === floor.building.id);
  return (
    <h1 className={classes.crumbs}>
      <PlacePicker
        label={t("Building")}
        current={floor.building}
        groups={[
          { name: t("Buildings"), options: buildings.map(({ building, id }) => ({ place: building, floorId: id })) },
        ]}
        pathOf={editorOf}
      />
      <span className={classes.slash} aria-hidden>
        /
      </span>
      <PlacePicker
        label={t("Floor")}
        current={floor}
        groups={[{ name: t("Floors"), options: inBuilding.map((one) => ({ place: one, floorId: one.id })) }]}
        pathOf={editorOf}
      />
    </h1>
  );
}

function UndoRedo() {
  const t = useText();
  const canUndo = useEditor((state) => state.history.past.length > 0);
  const canRedo = useEditor((state) => state.history.future.length > 0);
  const dispatch = useDispatch();
  return (
    <>
      <Tooltip label={t("Undo · Ctrl Z")}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t("Undo")}
          disabled={!canUndo}
          onClick={() => dispatch({ type: "undo" })}
        >
          <IconArrowBackUp size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("Redo · Ctrl Y")}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t("Redo")}
          disabled={!canRedo}
          onClick={() => dispatch({ type: "redo" })}
        >
          <IconArrowForwardUp size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
