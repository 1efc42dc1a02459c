import { Switch } from "@mantine/core";
import { severityWord } from "@/components/alerts/alert-words";
import { SeveritySign } from "@/components/alerts/SeveritySign";
import { useText } from "@/components/text/TextProvider";
import { type AlertRule, ruleName } from "@/lib/core/alert-rule";
import classes from "./AlertRules.module.css";
import { ruleWords } from "./rule-words";

interface RuleRowProps {
  readonly rule: AlertRule;
  readonly isOpen: boolean;
  readonly placeName: (id: string) => string | null;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
}

/** One rule in a line, with its switch. */
export function RuleRow({ rule, isOpen, placeName, onOpen, onToggle }: RuleRowProps) {
  const t = useText();
  const name = ruleName(rule.name, t);
  return (
    <li className={classes.row} data-open={isOpen || undefined} data-off={!rule.isEnabled || undefined}>
      <span title={severityWord(rule.severity, t)} className={classes.sign}>
        <SeveritySign severity={rule.severity} />
      </span>
      <button type="button" className={classes.open} onClick={onOpen}>
        <span className={classes.name}>{name}</span>
        <span className={classes.words}>{ruleWords(rule, placeName, t)}</span>
      </button>
      {rule.open > 0 ? <span className={classes.count}>{t("{count} open", { count: rule.open })}</span> : null}
      <Switch aria-label={t("{name} is on", { name })} checked={rule.isEnabled} onChange={onToggle} size="sm" />
    </li>
  );
}
