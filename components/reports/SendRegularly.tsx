import { Button, Modal } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useState } from "react";
import type { FrameUser } from "@/components/frame/frame-user";
import { subjectWords } from "@/components/history/subject-words";
import type { HistoryView } from "@/components/history/use-history-view";
import classes from "@/components/notifications/Notifications.module.css";
import { useText } from "@/components/text/TextProvider";
import { useReports } from "@/lib/client/use-reports";
import type { HistoryChoices } from "@/lib/core/history-choices";
import { ReportForm, type ReportSettings } from "./ReportForm";
import { ReportsList } from "./ReportsList";

interface SendRegularlyProps {
  readonly view: HistoryView;
  readonly choices: HistoryChoices;
  /** The place that is looked at. */
  readonly within: string;
  readonly user: FrameUser;
}

/** Has the figures of what is looked at mailed every week or month. */
export function SendRegularly({ view, choices, within, user }: SendRegularlyProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMail size={16} stroke={1.75} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("Send regularly")}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("Send regularly")} size="lg">
        {isOpen ? <NewReport view={view} choices={choices} within={within} user={user} /> : null}
      </Modal>
    </>
  );
}

function NewReport({ view, choices, within, user }: SendRegularlyProps) {
  const t = useText();
  const { list, add } = useReports(true);
  const [made, setMade] = useState<string | null>(null);
  const timeZone = choices.places.find(({ id }) => id === within)?.timeZone ?? "UTC";
  const { kind, type, tag, hours } = view;
  const subject = subjectWords({ view: { kind, type, tag, spaces: null }, choices, within }, [], t);
  if (made !== null)
    return (
      <div className={classes.form}>
        <p className={classes.lead}>{t("It is set up. You find it under “Your notifications”, too.")}</p>
        <ReportsList isOwn only={made} />
      </div>
    );
  const initial: ReportSettings = { every: "week", weekday: 1, toOwner: true, addresses: [], language: t.locale };
  return (
    <div className={classes.form}>
      <p className={classes.lead}>
        {hours === "working"
          ? t("{subject}, in working hours: the figures of this page as a mail, with their tables as files.", {
              subject,
            })
          : t("{subject}, at all hours: the figures of this page as a mail, with their tables as files.", { subject })}
      </p>
      <ReportForm
        initial={initial}
        timeZone={timeZone}
        owner={{ email: user.email, isMe: true }}
        mayAddress={list.data?.mayAddress ?? false}
        canMail={list.data?.canMail ?? true}
        submitWords={t("Send it regularly")}
        onSubmit={async (settings) => setMade((await add({ within, kind, type, tag, hours, ...settings })).id)}
      />
    </div>
  );
}
