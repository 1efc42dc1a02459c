"use client";

import { Button } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { tell, tellFailure, tellWithUndo } from "@/components/frame/tell";
import { ImportPlan } from "@/components/plan/ImportPlan";
import { useText } from "@/components/text/TextProvider";
import { useDiscardDraft, useDuplicatePlan, usePlanOverviews } from "@/lib/client/use-plans";
import type { PlanOverview } from "@/lib/core/plan-overview";
import { PlanRow } from "./PlanRow";
import classes from "./PlansScreen.module.css";

/** Every floor with its plan, by building. */
export function PlansScreen({ initial, user }: { initial: readonly PlanOverview[]; user: FrameUser }) {
  const t = useText();
  const plans = usePlanOverviews(initial);
  const duplicate = useDuplication();
  const [isImporting, setIsImporting] = useState(false);
  const empty = plans.filter(({ published, draft }) => !published && !draft);
  const buildings = [...Map.groupBy(plans, ({ floor }) => floor.building.id).values()];
  return (
    <AdminFrame user={user} title={t("Floor plans")}>
      <div className={classes.head}>
        <p className={classes.lead}>
          {t("What viewers see of each floor. A draft stays between admins until somebody publishes it.")}
        </p>
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden />}
          onClick={() => setIsImporting(true)}
        >
          {t("Import IMDF or GeoJSON")}
        </Button>
      </div>
      {plans.length === 0 ? <NoFloors /> : null}
      {buildings.map(([first, ...more]) =>
        first ? (
          <section key={first.floor.building.id} className={classes.building}>
            <h2 className={classes.title}>
              {first.floor.building.name} <span className={classes.where}>{first.floor.site.name}</span>
            </h2>
            <ul className={classes.rows}>
              {[first, ...more].map((plan) => (
                <PlanRow
                  key={plan.floor.id}
                  plan={plan}
                  empty={empty}
                  isBusy={duplicate.from === plan.floor.id}
                  onDuplicate={(to) => duplicate.start(plan, to)}
                />
              ))}
            </ul>
          </section>
        ) : null,
      )}
      <ImportPlan opened={isImporting} onClose={() => setIsImporting(false)} />
    </AdminFrame>
  );
}

function NoFloors() {
  const t = useText();
  return (
    <div className={classes.none}>
      <p>{t("There is no floor yet. Add one under Spaces, or import a building with all its floors.")}</p>
      <Button component={Link} href="/admin/spaces" variant="default">
        {t("Go to Spaces")}
      </Button>
    </div>
  );
}

/** Copies a plan, and takes the copy back as long as nobody has worked on it. */
function useDuplication() {
  const t = useText();
  const { mutate, isPending, variables } = useDuplicatePlan();
  const discard = useDiscardDraft();
  const start = (from: PlanOverview, to: PlanOverview) => {
    const wish = { floorId: to.floor.id, fromFloorId: from.floor.id };
    mutate(wish, {
      onSuccess: ({ revision }) => {
        const undo = () =>
          discard.mutate(
            { floorId: to.floor.id, revision },
            {
              onSuccess: () => tell(t("The draft of {name} is gone again.", { name: to.floor.name })),
              onError: (error) => tellFailure(error, t("The copy stays.")),
            },
          );
        tellWithUndo(t("{name} is a draft of {floor} now.", { name: from.floor.name, floor: to.floor.name }), undo);
      },
      onError: (error) => tellFailure(error, t("Nothing was copied.")),
    });
  };
  return { from: isPending ? variables.fromFloorId : null, start };
}
