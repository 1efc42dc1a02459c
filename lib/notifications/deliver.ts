import "server-only";
import type { Alert } from "@/lib/core/alert";
import { withoutOthers } from "@/lib/core/alerts/vendor-wide";
import { alertMessage, type Message } from "@/lib/core/notifications/message";
import { needless } from "@/lib/core/notifications/needless";
import { readAlerts } from "@/lib/db/alerts/alert-list";
import { addEvents, stampAlerts } from "@/lib/db/alerts/alert-states";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { holdBack } from "@/lib/db/notifications/hold-back";
import {
  type Claimed,
  claimNotifications,
  type Ended,
  endNotification,
  OVER_STEP,
  readToldStatus,
  SUMMARY_STEP,
} from "@/lib/db/notifications/outbox";
import { readReader } from "@/lib/db/notifications/reader-rows";
import { deliverSummary } from "./deliver-summary";
import type { Delivering } from "./delivering";
import { endedBy } from "./ended-by";
import { maySeeAlerts } from "./may-see";
import { textOf } from "./text-of";

/** Whether they were told is not known yet: ask again after this, ms. */
const ASK_AGAIN_MS = 5_000;
const ASK_AGAIN = Symbol("ask again");

/** Begins to send what is due, at most so many. Each promise is one message, and ends when its outcome is written. */
export async function deliverDue(delivering: Delivering, most: number): Promise<Promise<void>[]> {
  const now = new Date(delivering.now());
  const claimed = await claimNotifications(delivering.db.read, now, most, (client) => holdBack(client, now));
  if (claimed.length === 0) return [];
  const ids = claimed.flatMap(({ alertId }) => alertId ?? []);
  const alerts = new Map((await readAlerts(delivering.db.read, ids, null)).map((alert) => [alert.id, alert]));
  return claimed.map((one) =>
    one.step === SUMMARY_STEP
      ? deliverSummary(one, delivering)
      : deliver(one, alerts.get(one.alertId ?? "") ?? null, delivering),
  );
}

async function deliver(claimed: Claimed, alert: Alert | null, delivering: Delivering): Promise<void> {
  const { db, now } = delivering;
  const why = await whyNot(claimed, alert, db);
  const at = now();
  if (why === ASK_AGAIN)
    return write(
      claimed,
      { id: claimed.id, status: "waiting", answer: null, at: at + ASK_AGAIN_MS, isUntried: true },
      db,
    );
  if (why !== null || alert === null)
    return write(claimed, { id: claimed.id, status: "skipped", answer: why, at, isUntried: true }, db);
  const outcome = await delivering.senders.send(claimed, await messageOf(claimed, alert, delivering));
  await write(claimed, endedBy(claimed, outcome, now()), db);
}

/** In the language of who reads it; a channel is told in English. */
async function messageOf({ id, step, userId }: Claimed, alert: Alert, delivering: Delivering): Promise<Message> {
  const { db, publicUrl, now } = delivering;
  const reader = userId === null ? null : await readReader(db.read, userId);
  const t = await textOf(reader?.wishes?.language ?? "en");
  const known = reader && reader.sites !== null ? withoutOthers(alert) : alert;
  return alertMessage(known, { id, step: step === OVER_STEP ? 0 : step + 1, publicUrl, now: now(), t });
}

async function whyNot(claimed: Claimed, alert: Alert | null, db: Database): Promise<string | typeof ASK_AGAIN | null> {
  const { alertId, userId, siteId, step } = claimed;
  if (alert === null || alertId === null) return needless(null, { maySee: true, told: null });
  const reader = userId === null ? null : await readReader(db.read, userId);
  const maySee = userId === null || (reader !== null && (await maySeeAlerts(reader, siteId, db)));
  if (step !== OVER_STEP) return needless(alert, { maySee, told: null });
  const told = maySee ? await readToldStatus(db.read, { ...claimed, alertId }) : "none";
  if (told === "waiting") return alert.status === "resolved" ? ASK_AGAIN : needless(alert, { maySee, told: "none" });
  return needless(alert, { maySee, told });
}

/** What became of it stands in the log and, when it is done, in the alert's timeline. */
async function write(claimed: Claimed, ended: Ended, db: Database): Promise<void> {
  await inTransaction(db.read, async (client) => {
    const isMine = await endNotification(client, claimed, ended);
    const { alertId, channel, recipient, step } = claimed;
    if (!isMine || alertId === null || (ended.status !== "sent" && ended.status !== "failed")) return;
    const data = { channel, to: recipient, outcome: ended.status, step: step + 1 };
    const text = ended.status === "failed" ? ended.answer : null;
    await addEvents(client, [{ alertId, kind: "notified", at: ended.at, text, data }]);
    await stampAlerts(client, [alertId]);
  });
}
