import { Button, Group, Modal } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import type { PlanChange } from "@/lib/core/floor-plan";
import classes from "./Dialogs.module.css";
import { ChangeList } from "./ReviewDialog";

interface ConflictDialogProps {
  readonly opened: boolean;
  readonly who: string;
  readonly when: string;
  readonly theirs: readonly PlanChange[];
  readonly mine: readonly PlanChange[];
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Two people changed one plan. Neither version is lost: the other one is a step of undo away. */
export function ConflictDialog(props: ConflictDialogProps) {
  const t = useText();
  const { opened, who, when, theirs, mine, onTakeTheirs, onKeepMine } = props;
  return (
    <Modal
      opened={opened}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={t("{who} changed this plan {when}", { who, when })}
      size={720}
      centered
    >
      <p className={classes.lead}>
        {t("Your last changes are not saved. Choose which plan to go on with; undo leads back to the other.")}
      </p>
      <div className={classes.columns}>
        <section aria-label={t("Changed by {who}", { who })}>
          <h3 className={classes.heading}>{t("Changed by {who}", { who })}</h3>
          <ChangeList changes={theirs} />
        </section>
        <section aria-label={t("Changed by you")}>
          <h3 className={classes.heading}>{t("Changed by you")}</h3>
          <ChangeList changes={mine} />
        </section>
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onTakeTheirs}>
          {t("Take theirs")}
        </Button>
        <Button onClick={onKeepMine}>{t("Keep mine")}</Button>
      </Group>
    </Modal>
  );
}
