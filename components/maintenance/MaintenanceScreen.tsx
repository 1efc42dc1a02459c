"use client";

import { Button, Modal, Skeleton, Switch } from "@mantine/core";
import { IconTool } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { Says } from "@/components/alerts/alert-words";
import type { FrameUser } from "@/components/frame/frame-user";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { type NewWindow, useMaintenanceWindows } from "@/lib/client/use-maintenance-windows";
import { useNow } from "@/lib/client/use-now";
import { mayDo } from "@/lib/core/access";
import type { MaintenanceWindow } from "@/lib/core/maintenance";
import classes from "./Maintenance.module.css";
import { WindowForm } from "./WindowForm";
import { WindowRow } from "./WindowRow";
import { groupOfWindow, type WindowGroup } from "./window-words";

interface MaintenanceScreenProps {
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly user: FrameUser;
}

const GROUPS: readonly WindowGroup[] = ["on", "coming", "over"];

/** Every maintenance window of one's places: what is closed, why, and until when. */
export function MaintenanceScreen({ now: started, user }: MaintenanceScreenProps) {
  const t = useText();
  const now = useNow(30_000, Date.parse(started));
  const says = useMemo<Says>(() => ({ t, now }), [t, now]);
  const [isAll, setAll] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const { list, add, change, remove } = useMaintenanceWindows(isAll);
  const mayAct = mayDo(user.role, "alert:write");

  const save = async (window: NewWindow): Promise<string | null> => {
    try {
      const { id, about } = await add(window);
      setAdding(false);
      tellWithUndo(t("Maintenance of {about} is set.", { about }), () => remove(id));
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : t("That did not work. Try again.");
    }
  };
  const end = async ({ id, name, isOn }: MaintenanceWindow) => {
    try {
      await change({ id, ended: true });
      const words = isOn ? t("“{name}” ended.", { name }) : t("“{name}” is called off.", { name });
      tellWithUndo(words, () => change({ id, ended: false }));
    } catch (error) {
      tellFailure(error);
    }
  };
  const takeAway = async (window: MaintenanceWindow) => {
    try {
      await remove(window.id);
      tellWithUndo(t("“{name}” is removed. What it left out counts again.", { name: window.name }), () =>
        add(sameAgain(window)),
      );
    } catch (error) {
      tellFailure(error);
    }
  };
  const heads: Record<WindowGroup, string> = { on: t("On now"), coming: t("To come"), over: t("Over") };
  const windows = list.data?.items ?? null;
  return (
    <AdminFrame user={user} trail={[{ label: t("Alerts"), href: "/alerts" }]} title={t("Maintenance")}>
      <div className={classes.head}>
        <p className={classes.lead}>
          {t(
            "What is closed or being worked on. Its alerts are kept, but nobody is told of them until the window is over.",
          )}
        </p>
        {mayAct ? <Button onClick={() => setAdding(true)}>{t("New window")}</Button> : null}
      </div>
      <Switch
        label={t("Show those that are over")}
        checked={isAll}
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      {list.error && !windows ? (
        <div className={classes.empty} role="alert">
          <p>{t("The windows could not be loaded. {message}", { message: t(list.error.message) })}</p>
          <Button variant="default" onClick={() => void list.refetch()}>
            {t("Try again")}
          </Button>
        </div>
      ) : null}
      {windows === null && !list.error ? (
        <Skeleton height={120} mt={16} role="status" aria-label={t("Loading")} />
      ) : null}
      {windows?.length === 0 ? (
        <div className={classes.empty}>
          <IconTool size={28} stroke={1.5} aria-hidden />
          <p>{t("Nothing is closed, and nothing is planned.")}</p>
        </div>
      ) : null}
      {GROUPS.map((group) => {
        const items = windows?.filter((window) => groupOfWindow(window, now) === group) ?? [];
        if (items.length === 0) return null;
        return (
          <section key={group} className={classes.group} aria-labelledby={`windows-${group}`}>
            <h2 id={`windows-${group}`}>
              {heads[group]} <span>{items.length}</span>
            </h2>
            <ul>
              {items.map((window) => (
                <WindowRow
                  key={window.id}
                  window={window}
                  says={says}
                  onEnd={mayAct && group !== "over" ? () => void end(window) : null}
                  onRemove={mayAct && group === "over" ? () => void takeAway(window) : null}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <Modal opened={isAdding} onClose={() => setAdding(false)} title={t("New window")} size="md">
        <WindowForm onSave={save} onCancel={() => setAdding(false)} />
      </Modal>
    </AdminFrame>
  );
}

const sameAgain = ({ spaceId, sourceId, name, startsAt, endsAt, endedAt, weekly, mutedKinds }: MaintenanceWindow) => ({
  ...{ spaceId, sourceId, name, startsAt, weekly, mutedKinds },
  // One that somebody ended before its time comes back as long as it really was.
  endsAt: endedAt ?? endsAt,
});
