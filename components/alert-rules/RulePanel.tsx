import { Button } from "@mantine/core";
import { CloseButton } from "@/components/frame/CloseButton";
import { useText } from "@/components/text/TextProvider";
import type { Places } from "@/lib/core/places";
import classes from "./AlertRules.module.css";
import { RuleForm, type RuleValues } from "./RuleForm";

interface RulePanelProps {
  readonly title: string;
  readonly initial: RuleValues;
  readonly places: Places | null;
  /** On the button that keeps it. */
  readonly word: string;
  readonly onSave: (values: RuleValues) => Promise<string | null>;
  /** Null for a rule that came with the product. */
  readonly onRemove: (() => void) | null;
  readonly onClose: () => void;
}

/** One rule beside the list. */
export function RulePanel({ title, initial, places, word, onSave, onRemove, onClose }: RulePanelProps) {
  const t = useText();
  const { name, isEnabled, severity, forMinutes, schedule, scope, measure } = initial;
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.panelHead}>
        <h2>{title}</h2>
        <CloseButton onClick={onClose} />
      </header>
      <RuleForm
        initial={{ name, isEnabled, severity, forMinutes, schedule, scope, measure }}
        places={places}
        word={word}
        onSave={onSave}
      />
      {onRemove ? (
        <Button variant="subtle" color="red" size="xs" className={classes.remove ?? ""} onClick={onRemove}>
          {t("Remove the rule")}
        </Button>
      ) : null}
    </section>
  );
}
