import { Button, Modal, Skeleton } from "@mantine/core";
import { useState } from "react";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import classes from "@/components/notifications/Notifications.module.css";
import { useText } from "@/components/text/TextProvider";
import { useReports } from "@/lib/client/use-reports";
import type { Report } from "@/lib/core/reports/report";
import { ReportForm } from "./ReportForm";
import { ReportRow } from "./ReportRow";
import { reportName } from "./report-words";

interface ReportsListProps {
  /** Only those of who looks. */
  readonly isOwn: boolean;
  /** Only this one, just made. */
  readonly only?: string;
}

/** Reports that are mailed, with their switches, the last outcome, and a try. */
export function ReportsList({ isOwn, only }: ReportsListProps) {
  const t = useText();
  const { list, change, remove } = useReports(true);
  const [open, setOpen] = useState<Report | null>(null);
  const items = list.data?.items.filter(({ isMine, id }) => (isMine || !isOwn) && (only ?? id) === id) ?? null;
  const toggle = async ({ id, version, isPaused }: Report) => {
    try {
      const after = await change({ id, version, isPaused: !isPaused });
      const name = reportName(after, t);
      const words = after.isPaused ? t("“{name}” is paused.", { name }) : t("“{name}” is sent again.", { name });
      tellWithUndo(words, () => change({ id, version: after.version, isPaused }));
    } catch (error) {
      tellFailure(error);
    }
  };
  const forget = async (report: Report) => {
    try {
      const { id, version } = await remove(report.id);
      const words = t("The report “{name}” is removed.", { name: reportName(report, t) });
      tellWithUndo(words, () => change({ id, version, isRemoved: false }));
    } catch (error) {
      tellFailure(error);
    }
  };
  if (list.error && !items)
    return (
      <div className={classes.empty} role="alert">
        <p>{t("The reports could not be loaded. {message}", { message: t(list.error.message) })}</p>
        <Button variant="default" onClick={() => void list.refetch()}>
          {t("Try again")}
        </Button>
      </div>
    );
  if (items === null) return <Skeleton height={96} role="status" aria-label={t("Loading the reports")} />;
  if (items.length === 0)
    return (
      <div className={classes.empty}>
        <p>{t("There is no report yet. On a page of History, press “Send regularly”.")}</p>
      </div>
    );
  return (
    <>
      <ul className={classes.list} aria-label={t("Reports")}>
        {items.map((report) => (
          <ReportRow
            key={report.id}
            report={report}
            onOpen={() => setOpen(report)}
            onToggle={() => void toggle(report)}
            onRemove={() => void forget(report)}
          />
        ))}
      </ul>
      <Modal opened={open !== null} onClose={() => setOpen(null)} title={open ? reportName(open, t) : ""}>
        {open && list.data ? (
          <ReportForm
            initial={open}
            timeZone={open.timeZone}
            owner={{ email: open.owner.email, isMe: open.isMine }}
            mayAddress={list.data.mayAddress}
            canMail={list.data.canMail}
            submitWords={t("Save")}
            onSubmit={async ({ every, weekday, toOwner, addresses, language }) => {
              const fields = { every, weekday, toOwner, addresses, language };
              const { id, version } = await change({ id: open.id, version: open.version, ...fields });
              setOpen(null);
              const { every: e, weekday: w, toOwner: o, addresses: a, language: l } = open;
              const before = { every: e, weekday: w, toOwner: o, addresses: a, language: l };
              tellWithUndo(t("Saved."), () => change({ id, version, ...before }));
            }}
          />
        ) : null}
      </Modal>
    </>
  );
}
