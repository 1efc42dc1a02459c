import "server-only";
import type { Alert } from "@/lib/core/alert";
import { withoutOthers } from "@/lib/core/alerts/vendor-wide";
import { needless } from "@/lib/core/notifications/needless";
import { type Summed, summaryMessage } from "@/lib/core/notifications/summary-message";
import { english, text } from "@/lib/core/text";
import { readAlerts } from "@/lib/db/alerts/alert-list";
import { addEvents, stampAlerts } from "@/lib/db/alerts/alert-states";
import { inTransaction } from "@/lib/db/in-transaction";
import { endHeld, type Held, readHeld } from "@/lib/db/notifications/held-rows";
import { type Claimed, type Ended, endNotification, OVER_STEP } from "@/lib/db/notifications/outbox";
import { type ReaderRow, readReader } from "@/lib/db/notifications/reader-rows";
import type { Delivering } from "./delivering";
import { endedBy } from "./ended-by";
import { maySeeAlerts } from "./may-see";
import { textOf } from "./text-of";

const TOLD = text("Told in a summary.");
const NOTHING_LEFT = text("Nothing of it was left to tell.");
const READ_AT_ONCE = 500;

/** A message that was held back, and why it is not to be told any more: null when it is. */
interface Weighed {
  readonly held: Held;
  readonly alert: Alert | null;
  readonly why: string | null;
}

/** Sends one message in place of all that was held back for it; what became of it is written of each of them, together. */
export async function deliverSummary(claimed: Claimed, delivering: Delivering): Promise<void> {
  const { db, senders, now } = delivering;
  const reader = claimed.userId === null ? null : await readReader(db.read, claimed.userId);
  const weighed = await weigh(claimed, reader, delivering);
  const summed = weighed.flatMap(summedOf(reader));
  if (summed.length === 0) {
    const ended: Ended = { id: claimed.id, status: "skipped", answer: NOTHING_LEFT, at: now(), isUntried: true };
    return write(claimed, ended, { weighed, title: "" }, delivering);
  }
  const say = { id: claimed.id, publicUrl: delivering.publicUrl };
  const message = summaryMessage(summed, { ...say, t: await textOf(reader?.wishes?.language ?? "en") });
  const outcome = await senders.send(claimed, message);
  const { title } = summaryMessage(summed, { ...say, t: english });
  await write(claimed, endedBy(claimed, outcome, now()), { weighed, title }, delivering);
}

const summedOf =
  (reader: ReaderRow | null) =>
  ({ held, alert, why }: Weighed): Summed[] => {
    if (alert === null || why !== null) return [];
    const known = reader !== null && reader.sites !== null ? withoutOthers(alert) : alert;
    return [{ alert: known, isOver: held.step === OVER_STEP, at: held.createdAt }];
  };

async function weigh(
  { id, userId }: Claimed,
  reader: ReaderRow | null,
  { db }: Pick<Delivering, "db">,
): Promise<Weighed[]> {
  const all = await readHeld(db.read, id);
  const alerts = new Map<string, Alert>();
  for (let i = 0; i < all.length; i += READ_AT_ONCE) {
    const ids = all.slice(i, i + READ_AT_ONCE).map(({ alertId }) => alertId);
    for (const alert of await readAlerts(db.read, ids, null)) alerts.set(alert.id, alert);
  }
  const seen = new Map<number, boolean>();
  for (const siteId of new Set(all.map((held) => held.siteId)))
    seen.set(siteId, userId === null || (reader !== null && (await maySeeAlerts(reader, siteId, db))));
  return all.map((held) => {
    const alert = alerts.get(held.alertId) ?? null;
    const told = held.step !== OVER_STEP ? null : held.isTold ? "sent" : "none";
    return { held, alert, why: needless(alert, { maySee: seen.get(held.siteId) ?? false, told }) };
  });
}

/** While the summary waits for another try, what it tells waits, too. */
async function write(
  claimed: Claimed,
  ended: Ended,
  { weighed, title }: { readonly weighed: readonly Weighed[]; readonly title: string },
  { db }: Pick<Delivering, "db">,
): Promise<void> {
  await inTransaction(db.read, async (client) => {
    const isMine = await endNotification(client, claimed, ended, title);
    if (!isMine || ended.status === "waiting") return;
    const { status, answer, at } = ended;
    const become = status === "sent" ? { status, answer: TOLD } : { status, answer };
    const ends = weighed.map(({ held: { id }, why }) =>
      why === null ? { id, ...become } : { id, status: "skipped" as const, answer: why },
    );
    await endHeld(client, ends, new Date(at));
    if (status === "skipped") return;
    const told = weighed.filter(({ why }) => why === null).map(({ held }) => held);
    const data = { channel: claimed.channel, to: claimed.recipient, outcome: status, inSummary: 1 };
    await addEvents(
      client,
      told.map(({ alertId, step }) => ({
        ...{ alertId, kind: "notified" as const, at, text: status === "failed" ? answer : null },
        data: { ...data, step: step + 1 },
      })),
    );
    await stampAlerts(
      client,
      told.map(({ alertId }) => alertId),
    );
  });
}
