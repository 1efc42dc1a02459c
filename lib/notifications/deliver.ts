import "server-only";
import type { Alert } from "@/lib/core/alert";
import { withoutOthers } from "@/lib/core/alerts/vendor-wide";
import { alertMessage, type Message } from "@/lib/core/notifications/message";
import { retryAfter } from "@/lib/core/notifications/retry";
import { readAlerts } from "@/lib/db/alerts/alert-list";
import { addEvents, stampAlerts } from "@/lib/db/alerts/alert-states";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import {
  type Claimed,
  claimNotifications,
  type Ended,
  endNotification,
  OVER_STEP,
  readToldStatus,
} from "@/lib/db/notifications/outbox";
import { readReader } from "@/lib/db/notifications/reader-rows";
import { maySeeAlerts } from "./may-see";
import type { SendOutcome } from "./send-outcome";
import type { Senders } from "./senders";
import { textOf } from "./text-of";

export interface Delivering {
  readonly db: Database;
  readonly senders: Senders;
  /** ms */
  readonly now: () => number;
  /** Without a slash at its end; null when nobody said. */
  readonly publicUrl: string | null;
}

/** Whether they were told is not known yet: ask again after this, ms. */
const ASK_AGAIN_MS = 5_000;

/** Begins to send what is due, at most so many. Each promise is one message, and ends when its outcome is written. */
export async function deliverDue(delivering: Delivering, most: number): Promise<Promise<void>[]> {
  const claimed = await claimNotifications(delivering.db.read, new Date(delivering.now()), most);
  if (claimed.length === 0) return [];
  const ids = claimed.map(({ alertId }) => alertId);
  const alerts = new Map((await readAlerts(delivering.db.read, ids, null)).map((alert) => [alert.id, alert]));
  return claimed.map((one) => deliver(one, alerts.get(one.alertId) ?? null, delivering));
}

async function deliver(claimed: Claimed, alert: Alert | null, delivering: Delivering): Promise<void> {
  const { db, now } = delivering;
  const why = await needless(claimed, alert, delivering);
  const at = now();
  if (why === "ask again")
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

/** Why a message is not needed any more, in words for the log; null when it is. */
async function needless(claimed: Claimed, alert: Alert | null, { db }: Delivering): Promise<string | null> {
  if (alert === null) return "The alert is gone.";
  if (claimed.userId !== null) {
    const reader = await readReader(db.read, claimed.userId);
    if (!reader || !(await maySeeAlerts(reader, claimed.siteId, db))) return "They may not see this alert any more.";
  }
  if (claimed.step === OVER_STEP) {
    if (alert.status !== "resolved") return "It was opened again.";
    const told = await readToldStatus(db.read, claimed);
    if (told === "waiting") return "ask again";
    return told === "sent" ? null : "They had not been told of it.";
  }
  if (alert.status === "resolved") return "It was over before.";
  if (alert.status === "acknowledged") return "It was acknowledged before.";
  if (alert.status === "snoozed") return "It was snoozed before.";
  if (alert.suppressedBy) return "A maintenance window keeps it quiet.";
  return alert.parentId === null ? null : "It became part of an incident.";
}

function endedBy({ id, attempts }: Claimed, outcome: SendOutcome, at: number): Ended {
  const { answer } = outcome;
  if (outcome.ok) return { id, status: "sent", answer, at };
  const wait = outcome.isFinal ? null : retryAfter(attempts, outcome.retryAfterS);
  return wait === null ? { id, status: "failed", answer, at } : { id, status: "waiting", answer, at: at + wait };
}

/** What became of it stands in the log and, when it is done, in the alert's timeline. */
async function write(claimed: Claimed, ended: Ended, db: Database): Promise<void> {
  await inTransaction(db.read, async (client) => {
    const isMine = await endNotification(client, claimed, ended);
    if (!isMine || (ended.status !== "sent" && ended.status !== "failed")) return;
    const { channel, recipient, step } = claimed;
    const data = { channel, to: recipient, outcome: ended.status, step: step + 1 };
    const text = ended.status === "failed" ? ended.answer : null;
    await addEvents(client, [{ alertId: claimed.alertId, kind: "notified", at: ended.at, text, data }]);
    await stampAlerts(client, [claimed.alertId]);
  });
}
