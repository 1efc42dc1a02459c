import { Button, Group, Modal } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import type { PlanChange } from "@/lib/core/floor-plan";
import type { PlanIssue } from "@/lib/core/plan-checks";
import { ChecksPanel } from "./ChecksPanel";
import classes from "./Dialogs.module.css";

interface ReviewDialogProps {
  readonly opened: boolean;
  readonly changes: readonly PlanChange[];
  readonly issues: readonly PlanIssue[];
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}

/** What viewers will see differently, and what should be looked at first. */
export function ReviewDialog({ opened, changes, issues, isBusy, problem, onPublish, onClose }: ReviewDialogProps) {
  const t = useText();
  const errors = issues.filter(({ level }) => level === "error").length;
  const count = changes.length;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("Review {changes, plural, one {# change} other {# changes}}", { changes: count })}
      size={560}
      centered
    >
      <ChangeList changes={changes} />
      <div className={classes.checks}>
        <ChecksPanel issues={issues} onShow={onClose} />
      </div>
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("Keep editing")}
        </Button>
        <Button loading={isBusy} disabled={errors > 0} onClick={onPublish}>
          {t("Publish {changes, plural, one {# change} other {# changes}}", { changes: count })}
        </Button>
      </Group>
      {errors > 0 ? (
        <p className={classes.quiet}>
          {t("{errors, plural, one {One check stops} other {# checks stop}} publishing.", { errors })}
        </p>
      ) : null}
    </Modal>
  );
}

const MOST = 100;

/** Changes in plain words. */
export function ChangeList({ changes }: { changes: readonly PlanChange[] }) {
  const t = useText();
  if (changes.length === 0) return <p className={classes.quiet}>{t("Nothing differs.")}</p>;
  return (
    <ul className={classes.changes}>
      {changes.slice(0, MOST).map((change) => (
        <li key={`${change.kind} ${change.shapeId} ${change.text}`} data-kind={change.kind}>
          {change.text}
        </li>
      ))}
      {changes.length > MOST ? <li>{t("and {count} more", { count: changes.length - MOST })}</li> : null}
    </ul>
  );
}
