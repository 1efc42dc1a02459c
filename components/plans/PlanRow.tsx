import { Button, Menu } from "@mantine/core";
import { IconCopy, IconPencil } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import type { PlanOverview } from "@/lib/core/plan-overview";
import classes from "./PlansScreen.module.css";
import { PlanThumb } from "./PlanThumb";
import { draftWords, missingWords, publishedWords } from "./plan-words";

interface PlanRowProps {
  readonly plan: PlanOverview;
  /** Floors without any plan: a copy may go there. */
  readonly empty: readonly PlanOverview[];
  readonly isBusy: boolean;
  readonly onDuplicate: (to: PlanOverview) => void;
}

/** A floor, how its plan stands, and what can be done with it. */
export function PlanRow({ plan, empty, isBusy, onDuplicate }: PlanRowProps) {
  const t = useText();
  const { floor, published, draft, thumbnail } = plan;
  const [draftText, missing] = [draftWords(plan, t), missingWords(plan, t)];
  const href = `/admin/plans/${floor.id}`;
  return (
    <li className={classes.row}>
      <PlanThumb thumbnail={thumbnail} />
      <div className={classes.words}>
        <h3 className={classes.name}>{floor.name}</h3>
        <p data-tone={published ? undefined : "quiet"}>{publishedWords(plan, t)}</p>
        {draftText ? <p className={classes.draft}>{draftText}</p> : null}
        {missing ? <p className={classes.missing}>{missing}</p> : null}
      </div>
      <div className={classes.actions}>
        {thumbnail ? <DuplicateMenu plan={plan} empty={empty} isBusy={isBusy} onDuplicate={onDuplicate} /> : null}
        <Button
          component={Link}
          href={href}
          variant={thumbnail ? "default" : "filled"}
          leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
          aria-label={
            draft || published
              ? t("Edit the plan of {name}", { name: floor.name })
              : t("Draw the plan of {name}", { name: floor.name })
          }
        >
          {draft || published ? t("Edit") : t("Draw")}
        </Button>
      </div>
    </li>
  );
}

function DuplicateMenu({ plan, empty, isBusy, onDuplicate }: PlanRowProps) {
  const t = useText();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          loading={isBusy}
          leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
          aria-label={t("Duplicate the plan of {name}", { name: plan.floor.name })}
        >
          {t("Duplicate")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ""}>
        <Menu.Label>{empty.length > 0 ? t("As a draft of") : t("Every floor has a plan or a draft")}</Menu.Label>
        {empty.map((to) => (
          <Menu.Item key={to.floor.id} onClick={() => onDuplicate(to)}>
            {to.floor.name}
            <span className={classes.where}> {to.floor.building.name}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
