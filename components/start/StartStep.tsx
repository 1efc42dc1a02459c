import { UnstyledButton } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./Start.module.css";

interface StartStepProps {
  readonly number: number;
  readonly title: string;
  /** What is there already, or what the step is for. */
  readonly summary: string;
  readonly isDone: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** One step of the set-up; any of them can be opened at any time. */
export function StartStep({ number, title, summary, isDone, isOpen, onToggle, children }: StartStepProps) {
  const t = useText();
  const id = `step-${number}`;
  return (
    <li className={classes.step} data-done={isDone || undefined} data-open={isOpen || undefined}>
      <h2 className={classes.heading}>
        <UnstyledButton className={classes.toggle} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <span className={classes.number} aria-hidden>
            {isDone ? <IconCheck size={16} stroke={2.5} /> : number}
          </span>
          <span className={classes.titles}>
            <span className={classes.title}>
              {title}
              {isDone ? <span className={classes.word}> · {t("done")}</span> : null}
            </span>
            <span className={classes.summary}>{summary}</span>
          </span>
          <IconChevronDown size={18} className={classes.chevron} aria-hidden />
        </UnstyledButton>
      </h2>
      <div id={id} className={classes.body} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </li>
  );
}
