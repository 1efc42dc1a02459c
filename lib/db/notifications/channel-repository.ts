import "server-only";
import type { PoolClient } from "pg";
import type { ChannelKind } from "@/lib/core/notifications/channel";
import type { Readable } from "../place-of";
import { isUniqueViolation } from "../sql-error";

/** A channel as it lies in the database: its secret sealed. */
export interface ChannelRecord {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  /** lib/core/notifications/channel.ts, to be parsed. */
  readonly config: unknown;
  readonly sealed: string | null;
  readonly isEnabled: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string;
}

const COLUMNS = `id, kind, name, config, sealed, is_enabled AS "isEnabled", version, created_at AS "createdAt", created_by AS "createdBy"`;

/** Every channel, by name. */
export async function listChannels(db: Readable): Promise<ChannelRecord[]> {
  const { rows } = await db.read.query<ChannelRecord>(
    `SELECT ${COLUMNS} FROM notification_channel ORDER BY lower(name), id LIMIT 200`,
  );
  return rows;
}

/** Null when there is none. Inside a transaction it is locked. */
export async function readChannel(
  id: string,
  client: Pick<PoolClient, "query">,
  lock = false,
): Promise<ChannelRecord | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const { rows } = await client.query<ChannelRecord>(
    `SELECT ${COLUMNS} FROM notification_channel WHERE id = $1 ${lock ? "FOR UPDATE" : ""}`,
    [id],
  );
  return rows[0] ?? null;
}

type NewChannel = Pick<ChannelRecord, "id" | "kind" | "name" | "config" | "sealed" | "createdBy">;

/** Inside a transaction. False when there is a mail server already. */
export async function insertChannel(client: PoolClient, channel: NewChannel): Promise<boolean> {
  const { id, kind, name, config, sealed, createdBy } = channel;
  try {
    await client.query(
      "INSERT INTO notification_channel (id, kind, name, config, sealed, created_by) VALUES ($1, $2, $3, $4, $5, $6)",
      [id, kind, name, JSON.stringify(config), sealed, createdBy],
    );
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Inside a transaction, with its row locked. */
export async function updateChannel(
  client: PoolClient,
  id: string,
  { name, config, sealed, isEnabled }: Pick<ChannelRecord, "name" | "config" | "sealed" | "isEnabled">,
): Promise<void> {
  await client.query(
    "UPDATE notification_channel SET name = $2, config = $3, sealed = $4, is_enabled = $5, version = version + 1 WHERE id = $1",
    [id, name, JSON.stringify(config), sealed, isEnabled],
  );
}

/** Inside a transaction. What waits for it is not sent any more. */
export async function deleteChannel(client: PoolClient, id: string): Promise<void> {
  await client.query("DELETE FROM notification_channel WHERE id = $1", [id]);
}
