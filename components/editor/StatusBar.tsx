import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { IconArrowsMaximize, IconKeyboard, IconMinus, IconPlus } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { planOf } from "@/lib/core/plan-editing/editor-state";
import { frameOf, gridOf, lengthWords, toLength } from "@/lib/core/plan-editing/frame";
import { useDispatch, useEditor, usePlan } from "./editor-store";
import { nextStep } from "./editor-words";
import classes from "./StatusBar.module.css";

const ZOOM = 1.25;
const STEPS = [0.25, 0.5, 1, 2, 4] as const;
/** Of a px on a screen of 96 dpi, m. */
const PX_M = 0.0254 / 96;

/** Grid, place of the pointer, scale and zoom; or what to do next. */
export function StatusBar({ onHelp }: { onHelp: () => void }) {
  const t = useText();
  const step = useEditor((state) => nextStep(state.tool, state.doing, t));
  return (
    <div className={classes.bar}>
      {step ? <span className={classes.step}>{step}</span> : <Where />}
      <span className={classes.gap} />
      <Ratio />
      <Zoom />
      <Tooltip label={t("All keys")}>
        <ActionIcon variant="subtle" color="gray" aria-label={t("All keys")} onClick={onHelp}>
          <IconKeyboard size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Where() {
  const t = useText();
  const frame = frameOf(usePlan());
  const pointer = useEditor((state) => state.pointer);
  const grid =
    frame.perMetre === null
      ? t("Grid without a scale")
      : t("Grid {step} cm", { step: Math.round(toLength(frame, gridOf(frame)) * 100) });
  return (
    <>
      <span className={classes.wide}>{grid}</span>
      <span className={classes.wide}>
        {t("Snap on")} <span className={classes.quiet}>{t("hold Alt to ignore")}</span>
      </span>
      {pointer ? (
        <span className={classes.place}>
          x {lengthWords(frame, pointer[0])} · y {lengthWords(frame, pointer[1])}
        </span>
      ) : null}
    </>
  );
}

/** How much smaller than the floor the plan is on this screen. */
function Ratio() {
  const scale = useEditor((state) => state.view.scale);
  const perMetre = useEditor((state) => frameOf(planOf(state)).perMetre);
  if (perMetre === null) return null;
  const ratio = 1 / (scale * perMetre * PX_M);
  const round = 10 ** Math.max(0, Math.floor(Math.log10(ratio)) - 1);
  return <span className={classes.wide}>1 : {Math.round(ratio / round) * round}</span>;
}

function Zoom() {
  const t = useText();
  const percent = useEditor((state) => Math.round(state.view.scale * 100));
  const dispatch = useDispatch();
  return (
    <fieldset className={classes.zoom} aria-label={t("Zoom")}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("Zoom out")}
        onClick={() => dispatch({ type: "zoom", factor: 1 / ZOOM })}
      >
        <IconMinus size={16} />
      </ActionIcon>
      <Menu position="top" shadow="md">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.percent ?? ""}
            aria-label={t("Zoom {percent} %", { percent })}
          >
            {percent} %
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => dispatch({ type: "fit" })}>{t("Whole plan")}</Menu.Item>
          <Menu.Item onClick={() => dispatch({ type: "fit", what: "selection" })}>{t("Selection")}</Menu.Item>
          <Menu.Divider />
          {STEPS.map((scale) => (
            <Menu.Item key={scale} onClick={() => dispatch({ type: "zoom-to", scale })}>
              {scale * 100} %
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("Zoom in")}
        onClick={() => dispatch({ type: "zoom", factor: ZOOM })}
      >
        <IconPlus size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("Show the whole plan")}
        onClick={() => dispatch({ type: "fit" })}
      >
        <IconArrowsMaximize size={16} />
      </ActionIcon>
    </fieldset>
  );
}
