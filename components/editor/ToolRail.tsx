import { Tooltip, UnstyledButton } from "@mantine/core";
import { Fragment } from "react";
import { useText } from "@/components/text/TextProvider";
import { useDispatch, useEditor } from "./editor-store";
import classes from "./ToolRail.module.css";
import { TOOL_GROUPS } from "./tool-list";

/** What the pointer does, with the letter that chooses it. */
export function ToolRail() {
  const t = useText();
  const tool = useEditor((state) => state.tool);
  const dispatch = useDispatch();
  return (
    <div className={classes.rail} role="toolbar" aria-label={t("Tools")} aria-orientation="vertical">
      {TOOL_GROUPS.map((group, index) => (
        <Fragment key={group[0]?.tool}>
          {index > 0 ? <span className={classes.line} /> : null}
          {group.map(({ tool: name, label, key, icon: Icon, hint }) => (
            <Tooltip
              key={name}
              position="right"
              openDelay={400}
              label={
                <span className={classes.tip}>
                  <b>{t(label)}</b> <kbd className={classes.key}>{key}</kbd>
                  <span className={classes.hint}>{t(hint)}</span>
                </span>
              }
            >
              <UnstyledButton
                className={classes.tool}
                aria-label={t(label)}
                aria-keyshortcuts={key}
                aria-pressed={tool === name}
                onClick={() => dispatch({ type: "tool", tool: name })}
              >
                <Icon size={20} stroke={1.75} />
              </UnstyledButton>
            </Tooltip>
          ))}
        </Fragment>
      ))}
    </div>
  );
}
