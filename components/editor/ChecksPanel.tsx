import { UnstyledButton } from "@mantine/core";
import { IconAlertOctagon, IconAlertTriangle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import type { PlanIssue } from "@/lib/core/plan-checks";
import { text } from "@/lib/core/text";
import { useDispatch } from "./editor-store";
import classes from "./Panel.module.css";

const ICONS = { error: IconAlertOctagon, warning: IconAlertTriangle, note: IconInfoCircle } as const;
const LEVEL_WORDS = {
  error: text("Stops publishing"),
  warning: text("Worth a look"),
  note: text("For information"),
} as const;
const FIRST = 8;

/** What should be looked at before the plan goes live. Pressing one selects what it is about. */
export function ChecksPanel({ issues, onShow }: { issues: readonly PlanIssue[]; onShow?: () => void }) {
  const t = useText();
  const [isLong, setIsLong] = useState(false);
  const shown = isLong ? issues : issues.slice(0, FIRST);
  return (
    <section className={classes.section} aria-label={t("Checks")}>
      <h3 className={classes.heading}>
        {t("Checks")} {issues.length > 0 ? <span className={classes.quiet}>{issues.length}</span> : null}
      </h3>
      {issues.length === 0 ? (
        <div className={classes.check} data-level="fine">
          <IconCheck size={18} stroke={2} aria-hidden />
          <span>{t("No overlaps, every space is on the plan and has a capacity")}</span>
        </div>
      ) : null}
      <ul className={classes.list}>
        {shown.map((issue) => (
          <li key={`${issue.code} ${issue.shapeIds.join()} ${issue.spaceId}`}>
            <Issue issue={issue} {...(onShow ? { onShow } : {})} />
          </li>
        ))}
      </ul>
      {issues.length > shown.length ? (
        <UnstyledButton className={classes.check} onClick={() => setIsLong(true)}>
          {t("Show {count} more", { count: issues.length - shown.length })}
        </UnstyledButton>
      ) : null}
    </section>
  );
}

function Issue({ issue, onShow }: { issue: PlanIssue; onShow?: () => void }) {
  const t = useText();
  const dispatch = useDispatch();
  const Icon = ICONS[issue.level];
  const content = (
    <>
      <Icon size={18} stroke={1.75} aria-label={t(LEVEL_WORDS[issue.level])} />
      <span>{issue.text}</span>
    </>
  );
  if (issue.shapeIds.length === 0)
    return (
      <div className={classes.check} data-level={issue.level}>
        {content}
      </div>
    );
  return (
    <UnstyledButton
      className={classes.check}
      data-level={issue.level}
      onClick={() => {
        dispatch({ type: "tool", tool: "select" });
        dispatch({ type: "select", ids: issue.shapeIds, reveals: true });
        onShow?.();
      }}
    >
      {content}
    </UnstyledButton>
  );
}
