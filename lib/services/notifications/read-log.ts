import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { readAlertReach } from "@/lib/auth/alert-reach";
import type { NotificationPage, NotificationQuery } from "@/lib/core/notifications/delivery";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { readNotifications } from "@/lib/db/notifications/log-repository";

/** What was sent about alerts of the actor's sites. */
export const listNotifications = async (
  query: NotificationQuery,
  actor: Actor,
  db: Database = database(),
): Promise<NotificationPage> => readNotifications(db.read, await readAlertReach(actor, db), query);
