import { randomUUID } from "node:crypto";
import type { EscalationStep } from "@/lib/core/notifications/escalation";
import { USUAL_WISHES, type Wishes } from "@/lib/core/notifications/preference";
import type { Database } from "@/lib/db/database";
import { decideNotifications } from "@/lib/notifications/decide";
import { deliverDue } from "@/lib/notifications/deliver";
import { createSenders } from "@/lib/notifications/senders";
import { resolveBySystem } from "@/lib/outgoing/way-out";
import { channelSecretOf } from "@/lib/secrets/purposes";
import { createSealer } from "@/lib/secrets/sealer";
import { openAlerting } from "./alert-fixture";
import { butlrEvent } from "./ingest-fixture";
import { addPerson } from "./people-fixture";
import { startHttpReceiver, startMailReceiver } from "./receivers";
import { zoomAlert } from "./wire-zoom-alert";

const MINUTE = 60_000;

/** A real database with alerts, a mail server that takes mail for people, and an HTTP receiver; the clock is the test's. */
export async function openNotifying(clock: { now: number }) {
  const world = await openAlerting(clock);
  const pool = world.db.read;
  const [hook, mail] = await Promise.all([startHttpReceiver(), startMailReceiver()]);
  const sealer = createSealer(Buffer.alloc(32, 5));
  const addChannel = async (kind: string, config: object, secret: object) => {
    const id = randomUUID();
    await pool.query(
      "INSERT INTO notification_channel (id, kind, name, config, sealed, created_by) VALUES ($1, $2, $2, $3, $4, 'Ada')",
      [id, kind, config, sealer.seal(JSON.stringify(secret), channelSecretOf(id))],
    );
    return id;
  };
  const server = { host: "127.0.0.1", port: mail.port, security: "none", user: "occ", from: "occ@example.com", to: [] };
  await addChannel("email", server, { password: "right" });
  await world.post(butlrEvent({ at: clock.now, data: 0 }));
  const delivering = (db: Database = world.db) => ({
    ...{ db, now: () => clock.now, publicUrl: "https://occ.example" },
    senders: createSenders({
      ...{ db, sealer, now: () => clock.now, pushSubject: "mailto:a@example.com" },
      rules: { allowed: ["127.0.0.1"], resolve: resolveBySystem },
      pushKeys: () => Promise.reject(new Error("Nobody has a browser here")),
    }),
  });
  /** Decides and sends until nothing more is due at this moment. */
  const work = async (db?: Database) => {
    for (let i = 0; i < 100; i++) {
      while ((await decideNotifications(pool, clock.now)).isMore);
      const begun = await deliverDue(delivering(db), 8);
      if (begun.length === 0) return;
      await Promise.all(begun);
    }
    throw new Error("It does not come to an end");
  };
  const later = async (minutes: number) => {
    clock.now += minutes * MINUTE;
    await world.look();
    await work();
  };
  /** Trouble of Zoom Rooms, or its end (2), all in the room of the site. */
  const trouble = async (rooms: readonly string[], kind: 1 | 2 = 1) => {
    for (const room of rooms) await world.post(zoomAlert(room, kind, clock.now), "zoom");
    await pool.query(
      `INSERT INTO assignment (source_id, space_id, starts_at) SELECT o.id, r.id, '-infinity' FROM source o, space r
       WHERE o.external_id = ANY($1) AND r.kind = 'room' ON CONFLICT DO NOTHING`,
      [rooms],
    );
    await world.look();
  };
  const follower = async (name: string, wishes: Partial<Wishes> = {}) => {
    const who = await addPerson(pool, { name, role: "operator", sites: null });
    await pool.query("INSERT INTO notification_preference (user_id, wishes) VALUES ($1, $2)", [
      who.id,
      { ...USUAL_WISHES, isFollowing: true, ...wishes },
    ]);
    return who;
  };
  const policy = (...steps: EscalationStep[]) =>
    pool.query(
      "INSERT INTO escalation_policy (site_id, steps, changed_by) VALUES (0, $1, 'Ada') ON CONFLICT (site_id) DO UPDATE SET steps = excluded.steps",
      [JSON.stringify(steps)],
    );
  /** A day later, with nothing of what was before. */
  const tomorrow = async () => {
    clock.now += 24 * 60 * MINUTE;
    await policy();
    await world.look();
    await work();
    await pool.query(
      "UPDATE alert SET status = 'resolved', resolved_at = now(), resolved_reason = 'removed' WHERE resolved_at IS NULL",
    );
    await pool.query('DELETE FROM notification; DELETE FROM "user"');
    hook.received.length = 0;
    mail.mails.length = 0;
  };
  const close = async () => {
    await Promise.all([hook.close(), mail.close()]);
    await world.close();
  };
  return {
    ...world,
    pool,
    hook,
    mail,
    addChannel,
    delivering,
    work,
    later,
    trouble,
    follower,
    policy,
    tomorrow,
    close,
  };
}
