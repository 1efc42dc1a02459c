"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import { ReportsList } from "@/components/reports/ReportsList";
import { useText } from "@/components/text/TextProvider";
import { useOwnNotifications } from "@/lib/client/use-own-notifications";
import { mayDo } from "@/lib/core/access";
import type { OwnNotifications, Wishes } from "@/lib/core/notifications/preference";
import { BrowsersCard } from "./BrowsersCard";
import classes from "./Notifications.module.css";
import { sentByWord } from "./notification-words";
import { WishesForm } from "./WishesForm";

interface OwnNotificationsScreenProps {
  readonly initial: OwnNotifications;
  readonly user: FrameUser;
}

/** What somebody wants to be told of, and how. */
export function OwnNotificationsScreen({ initial, user }: OwnNotificationsScreenProps) {
  const t = useText();
  const { own, change, addBrowser, removeBrowser, test } = useOwnNotifications(initial);
  const [round, setRound] = useState(0);
  const save = async (wishes: Wishes) => {
    const before = own.wishes;
    try {
      await change.mutateAsync(wishes);
      tellWithUndo(t("Saved."), async () => {
        await change.mutateAsync(before);
        setRound((n) => n + 1);
      });
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <AdminFrame user={user} trail={[{ label: t("Your account"), href: "/account" }]} title={t("Your notifications")}>
      <div className={classes.cards}>
        <WishesForm key={round} own={own} isBusy={change.isPending} onSave={(wishes) => void save(wishes)} />
        <div className={classes.beside}>
          <BrowsersCard
            browsers={own.browsers}
            isBusy={addBrowser.isPending}
            onAdd={() => addBrowser.mutate(undefined, { onError: (error) => tellFailure(error) })}
            onRemove={(id) => removeBrowser.mutate(id, { onError: (error) => tellFailure(error) })}
          />
          <section className={classes.card} aria-labelledby="try">
            <h2 id="try">{t("Try it")}</h2>
            <p className={classes.lead}>{t("Sends you a test by each way you chose, and shows what came of it.")}</p>
            <div className={classes.foot}>
              <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
                {t("Send me a test")}
              </Button>
            </div>
            <div role="status">
              {test.error ? <p className={classes.hint}>{t(test.error.message)}</p> : null}
              {test.data?.items.length === 0 ? (
                <p className={classes.hint}>{t("You chose no way to be told.")}</p>
              ) : null}
              {test.data?.items.map(({ channel, ok, answer }) => (
                <p key={channel} className={classes.hint}>
                  {ok
                    ? t("{way}: sent. {answer}", { way: sentByWord(channel, t), answer })
                    : t("{way}: not sent. {answer}", { way: sentByWord(channel, t), answer })}
                </p>
              ))}
            </div>
          </section>
        </div>
      </div>
      {mayDo(user.role, "report:write") ? (
        <section className={classes.reports} aria-labelledby="reports">
          <h2 id="reports">{t("Your reports")}</h2>
          <ReportsList isOwn />
        </section>
      ) : null}
    </AdminFrame>
  );
}
