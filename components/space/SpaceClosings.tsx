import { Button, Popover } from "@mantine/core";
import { IconTool } from "@tabler/icons-react";
import { useState } from "react";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import type { Moment } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { useMaintenance } from "@/lib/client/use-maintenance";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { CloseForm } from "./CloseForm";
import { closingWords } from "./closing-words";
import classes from "./SpaceClosings.module.css";
import panel from "./SpacePanel.module.css";

interface SpaceClosingsProps extends Moment {
  readonly space: SpaceSnapshot;
  /** May the reader close and reopen it, here and now? */
  readonly mayClose: boolean;
}

/** When a space is closed, why, and the way to close and reopen it; nothing for whoever may not and need not know. */
export function SpaceClosings({ space, mayClose, now, timeZone }: SpaceClosingsProps) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const { end, undoEnd } = useMaintenance();
  const closings = (space.closings ?? []).filter(({ until }) => until === null || Date.parse(until) > now);
  if (closings.length === 0 && !mayClose) return null;
  const reopen = (id: string, name: string) =>
    end.mutate(id, {
      onError: (error) => tellFailure(error),
      onSuccess: () => tellWithUndo(t("“{name}” ended.", { name }), () => undoEnd(id)),
    });
  return (
    <section className={panel.section} aria-label={t("Maintenance")}>
      <h3 className={panel.title}>{t("Maintenance")}</h3>
      {closings.length > 0 && (
        <ul className={classes.closings}>
          {closings.map((closing) => {
            const { name, isOn, when } = closingWords(closing, { now, timeZone }, t);
            return (
              <li key={`${closing.id}/${closing.from}`}>
                <IconTool size={16} aria-hidden />
                <div className={classes.words}>
                  <p>{name}</p>
                  <p className={panel.quiet}>{when}</p>
                </div>
                {mayClose ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={end.isPending}
                    onClick={() => reopen(closing.id, name)}
                  >
                    {isOn ? t("End now") : t("Call off")}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      {mayClose ? (
        <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus withinPortal>
          <Popover.Target>
            <Button
              size="compact-sm"
              variant="default"
              className={classes.open ?? ""}
              onClick={() => setOpened(!opened)}
            >
              {t("Close for maintenance …")}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t("Close for maintenance")}>
            <CloseForm spaceId={space.id} spaceName={space.name} timeZone={timeZone} onDone={() => setOpened(false)} />
          </Popover.Dropdown>
        </Popover>
      ) : null}
    </section>
  );
}
