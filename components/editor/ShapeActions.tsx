import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconCopy,
  IconLock,
  IconLockOpen,
  IconStackBack,
  IconStackFront,
  IconTrash,
  IconVectorBezier2,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "@/components/text/TextProvider";
import type { Shape } from "@/lib/core/floor-plan";
import type { EditorEvent } from "@/lib/core/plan-editing/editor-events";
import { useDispatch, useEditor } from "./editor-store";
import classes from "./Panel.module.css";

interface ActionProps {
  readonly label: string;
  readonly keys: string;
  readonly event: EditorEvent;
  readonly isPressed?: boolean;
  readonly children: ReactNode;
}

/** A command as an icon, with its name and key. */
export function Action({ label, keys, event, isPressed, children }: ActionProps) {
  const dispatch = useDispatch();
  return (
    <Tooltip label={keys ? `${label} · ${keys}` : label} openDelay={300}>
      <ActionIcon
        variant={isPressed ? "light" : "subtle"}
        color={isPressed ? "iris" : "gray"}
        size={32}
        aria-label={label}
        {...(isPressed === undefined ? {} : { "aria-pressed": isPressed })}
        onClick={() => dispatch(event)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

const icon = { size: 18, stroke: 1.75 } as const;

/** What can be done with one selected shape. */
export function ShapeActions({ shape }: { shape: Shape }) {
  const t = useText();
  const editsCorners = useEditor((state) => state.editsCorners);
  const hasCorners = shape.kind !== "text" && shape.kind !== "door" && shape.kind !== "wall";
  return (
    <div className={classes.actions} role="toolbar" aria-label={t("Shape")}>
      {hasCorners ? (
        <Action
          label={t("Edit corners")}
          keys="E"
          event={{ type: "corners", isOn: !editsCorners }}
          isPressed={editsCorners}
        >
          <IconVectorBezier2 {...icon} />
        </Action>
      ) : null}
      <CommonActions isLocked={shape.locked === true} />
    </div>
  );
}

/** What can be done with any selection. */
export function CommonActions({ isLocked }: { isLocked: boolean }) {
  const t = useText();
  return (
    <>
      <Action label={t("Duplicate")} keys={t("Ctrl D")} event={{ type: "duplicate" }}>
        <IconCopy {...icon} />
      </Action>
      <Action label={t("To the front")} keys="]" event={{ type: "order", to: "front" }}>
        <IconStackFront {...icon} />
      </Action>
      <Action label={t("To the back")} keys="[" event={{ type: "order", to: "back" }}>
        <IconStackBack {...icon} />
      </Action>
      <Action label={t("Locked")} keys="L" event={{ type: "lock", isLocked: !isLocked }} isPressed={isLocked}>
        {isLocked ? <IconLock {...icon} /> : <IconLockOpen {...icon} />}
      </Action>
      <Action label={t("Remove from the plan")} keys={t("Del")} event={{ type: "remove" }}>
        <IconTrash {...icon} />
      </Action>
    </>
  );
}
