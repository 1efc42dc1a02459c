import { Button, FileButton, Menu, Progress, Select } from "@mantine/core";
import { IconChevronDown, IconPhoto, IconPhotoOff } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { DrawingInfo } from "@/lib/core/floor-plan";
import { frameOf } from "@/lib/core/plan-editing/frame";
import { fitDrawing } from "@/lib/core/plan-editing/placing";
import { useDispatch, useEditor, usePlan } from "./editor-store";
import { Field, NumberField } from "./Field";
import classes from "./Panel.module.css";
import type { Upload } from "./use-upload";

interface DrawingPanelProps {
  readonly upload: Upload;
  readonly drawings: readonly DrawingInfo[];
}

const TYPES = "image/png,image/jpeg,image/svg+xml,application/pdf";

/** The drawing under the shapes: it comes from a file, and is turned, scaled and replaced without touching them. */
export function DrawingPanel({ upload, drawings }: DrawingPanelProps) {
  const t = useText();
  const { drawing } = usePlan();
  const info = drawings.find(({ id }) => id === drawing?.id);
  return (
    <section className={classes.section} aria-label={t("Drawing")}>
      <h3 className={classes.heading}>
        {t("Drawing")} <span className={classes.quiet}>{info?.name}</span>
      </h3>
      {drawing ? null : (
        <p className={classes.quiet}>
          {t("Drop a PNG, JPEG, SVG or PDF onto the plan to trace it, or choose a file.")}
        </p>
      )}
      <Sending upload={upload} />
      {drawing ? <Placement /> : null}
      <div className={classes.buttons}>
        <FileButton accept={TYPES} onChange={(file) => file && upload.send(file)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="compact-sm"
              leftSection={<IconPhoto size={14} />}
              disabled={upload.state.kind === "sending"}
            >
              {drawing ? t("Replace") : t("Choose a file")}
            </Button>
          )}
        </FileButton>
        <Former drawings={drawings.filter(({ id }) => id !== drawing?.id)} onChoose={upload.place} />
      </div>
    </section>
  );
}

function Sending({ upload }: { upload: Upload }) {
  const t = useText();
  const { state } = upload;
  if (state.kind === "sending")
    return (
      <div role="status">
        <p className={classes.quiet}>
          {state.part < 1 ? t("Sending {name}", { name: state.name }) : t("Reading {name}", { name: state.name })} ·{" "}
          {Math.round(state.part * 100)} %
        </p>
        <Progress value={state.part * 100} size="sm" mt={6} animated={state.part >= 1} aria-label={t("Sent")} />
      </div>
    );
  if (state.kind === "failed")
    return (
      <p className={classes.note} role="alert">
        {state.name}: {t(state.message)}
      </p>
    );
  if (state.kind !== "pages") return null;
  const pages = Array.from({ length: Math.min(state.pages, 500) }, (_, index) => String(index + 1));
  return (
    <Field label={t("Page")}>
      {(id) => (
        <Select
          id={id}
          size="sm"
          searchable
          allowDeselect={false}
          data={pages.map((page) => ({ value: page, label: t("{page} of {pages}", { page, pages: state.pages }) }))}
          value={String(state.page)}
          onChange={(page) => page && upload.choosePage(Number(page))}
        />
      )}
    </Field>
  );
}

/** Drawings that were uploaded before. */
function Former({
  drawings,
  onChoose,
}: {
  drawings: readonly DrawingInfo[];
  onChoose: (drawing: DrawingInfo) => void;
}) {
  const t = useText();
  const { drawing } = usePlan();
  const dispatch = useDispatch();
  if (drawings.length === 0 && !drawing) return null;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="compact-sm" rightSection={<IconChevronDown size={14} />}>
          {t("More")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {drawing ? (
          <Menu.Item
            leftSection={<IconPhotoOff size={14} />}
            onClick={() => dispatch({ type: "drawing", change: null })}
          >
            {t("Take the drawing away")}
          </Menu.Item>
        ) : null}
        {drawings.length > 0 ? <Menu.Label>{t("Uploaded before")}</Menu.Label> : null}
        {drawings.slice(0, 12).map((one) => (
          <Menu.Item key={one.id} onClick={() => onChoose(one)}>
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Placement() {
  const t = useText();
  const plan = usePlan();
  const tool = useEditor((state) => state.tool);
  const dispatch = useDispatch();
  const { drawing } = plan;
  if (!drawing) return null;
  const seal = () => dispatch({ type: "seal" });
  const fit = () => {
    const ratio = { width: drawing.width * frameOf(plan).width, height: drawing.height * frameOf(plan).height };
    const placed = fitDrawing(frameOf(plan), { id: drawing.id, name: "", createdAt: "", ...ratio }, drawing.opacity);
    dispatch({ type: "drawing", change: placed });
  };
  return (
    <>
      <NumberField
        label={t("Turned")}
        value={Math.round(drawing.rotation * 10) / 10}
        unit="°"
        step={1}
        least={-180}
        most={180}
        onChange={(rotation) =>
          rotation !== null && dispatch({ type: "drawing", change: { rotation }, step: "turn the drawing" })
        }
        onDone={seal}
      />
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          aria-pressed={tool === "align"}
          onClick={() => dispatch({ type: "tool", tool: "align" })}
        >
          {t("Align by two points")}
        </Button>
        <Button variant="default" size="compact-sm" onClick={fit}>
          {t("Fit")}
        </Button>
      </div>
    </>
  );
}
