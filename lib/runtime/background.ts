import "server-only";
import type { Database } from "@/lib/db/database";
import { trimNotifications } from "@/lib/db/notifications/outbox";
import { trimReports } from "@/lib/db/reports/report-outbox";
import { decideReports } from "@/lib/reports/decide";
import { deliverReports } from "@/lib/reports/deliver";
import { noteDecays } from "@/lib/services/air/note-decays";
import { rollUp } from "@/lib/services/rollups/roll-up";
import { trimStorage } from "@/lib/services/storage/trim-storage";
import type { JobDefinition } from "./jobs";
import { notifier } from "./notifications";

/** What this installation does by itself. */
export function backgroundJobs(db: Database): JobDefinition[] {
  return [
    {
      name: "rollups",
      cron: "* * * * *",
      policy: "exclusive",
      retryLimit: 0,
      work: async (_, signal) => {
        await rollUp(db, Date.now(), () => signal.aborted);
      },
    },
    {
      name: "air-decays",
      cron: "37 * * * *",
      policy: "exclusive",
      retryLimit: 0,
      work: async (_, signal) => {
        await noteDecays(db, Date.now(), () => signal.aborted);
      },
    },
    {
      name: "reports",
      cron: "* * * * *",
      policy: "exclusive",
      retryLimit: 0,
      work: (_, signal) => sendReports(db, () => signal.aborted),
    },
    {
      name: "clean-up",
      cron: "17 * * * *",
      policy: "exclusive",
      retryLimit: 0,
      work: async (_, signal) => {
        await trimStorage(db, new Date(), () => signal.aborted);
        await trimNotifications(db.read, new Date());
        await trimReports(db.read, new Date());
      },
    },
  ];
}

/** Mails the reports whose time has come, and what could not be sent before. */
async function sendReports(db: Database, isStopped: () => boolean): Promise<void> {
  while ((await decideReports(db.read, Date.now())) && !isStopped());
  const { senders, publicUrl } = notifier();
  await deliverReports({ db, senders, publicUrl, now: Date.now }, isStopped);
}
