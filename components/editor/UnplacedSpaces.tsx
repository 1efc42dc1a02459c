import { UnstyledButton } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import type { DragEvent } from "react";
import { useText } from "@/components/text/TextProvider";
import { isSpaceShape } from "@/lib/core/floor-plan";
import { middleOfView } from "@/lib/core/plan-editing/editor-reducer";
import { KIND_WORDS, planOf } from "@/lib/core/plan-editing/editor-state";
import { SPACE_DRAG } from "./DropStage";
import { useEditor, useEditorStore } from "./editor-store";
import classes from "./Panel.module.css";

/** Spaces of the floor that have no shape yet: drag one in, or press it to put it into the middle of the view. */
export function UnplacedSpaces() {
  const t = useText();
  const store = useEditorStore();
  const spaces = useEditor((state) => state.spaces);
  const shapes = useEditor((state) => planOf(state).shapes);
  const drawn = new Set(shapes.flatMap(({ spaceId }) => spaceId ?? []));
  const left = [...spaces.values()].flatMap((space) => {
    const { kind } = space;
    return kind !== "site" && kind !== "building" && kind !== "floor" && isSpaceShape(kind) && !drawn.has(space.id)
      ? [{ ...space, kind }]
      : [];
  });
  if (left.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t("Spaces not on the plan")}>
      <h3 className={classes.heading}>
        {t("Spaces not on the plan")} <span className={classes.quiet}>{left.length}</span>
      </h3>
      <ul className={`${classes.list} ${classes.scroll}`}>
        {left.map(({ id, name, kind }) => (
          <li key={id}>
            <UnstyledButton
              className={classes.drag}
              draggable
              onDragStart={(event: DragEvent) => {
                event.dataTransfer.setData(SPACE_DRAG, id);
                event.dataTransfer.effectAllowed = "copy";
              }}
              onClick={() => store.dispatch({ type: "place", spaceId: id, at: middleOfView(store.state()) })}
            >
              <IconGripVertical size={14} className={classes.icon} aria-hidden />
              <span className={classes.grow}>{name}</span>
              <span className={classes.age}>{t(KIND_WORDS[kind])}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
