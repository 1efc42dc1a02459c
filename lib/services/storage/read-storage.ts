import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { goesNext, type Retention, STORAGE_CLASSES, type StorageReport } from "@/lib/core/storage";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { lockSetting, writeSetting } from "@/lib/db/setting-repository";
import { readCleanUp, readOldest, readRetention, readSizes, readWhole } from "@/lib/db/storage-repository";

/** What lies in the database, how old it is, and what goes next. */
export async function readStorage(db: Database = database(), now: Date = new Date()): Promise<StorageReport> {
  const { read } = db;
  const [retention, cleanUp, sizes, oldest, whole] = await Promise.all([
    readRetention(read),
    readCleanUp(read),
    readSizes(read),
    readOldest(read),
    readWhole(read),
  ]);
  return {
    bytes: whole.bytes,
    classes: STORAGE_CLASSES.map((name) => ({
      name,
      ...sizes[name],
      oldest: oldest[name],
      next: goesNext(name, oldest[name], retention, now),
    })),
    retention,
    cleanUp,
    pendingRollups: whole.pending,
  };
}

/** Changes how long data is kept; audited. What is too old then goes with the next clean-up, within the hour. */
export async function changeRetention(
  retention: Retention,
  actor: Actor,
  db: Database = database(),
): Promise<StorageReport> {
  await inTransaction(db.read, async (client) => {
    await lockSetting(client, "retention");
    const before = await readRetention(client);
    if (JSON.stringify(before) === JSON.stringify(retention)) return;
    await writeSetting("retention", retention, client);
    await writeAudit(client, {
      ...{ actor, action: "setting.retention", objectType: "setting", objectId: "retention" },
      ...{ before, after: retention },
    });
  });
  return readStorage(db);
}
