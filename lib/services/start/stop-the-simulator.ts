import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { writeAudit } from "@/lib/db/audit-repository";
import type { Database } from "@/lib/db/database";

/** Stops the made-up building, audited. */
export async function stopTheSimulator(actor: Actor, db: Database, stop: () => Promise<void>): Promise<void> {
  await stop();
  await writeAudit(db.read, { actor, action: "simulator.stop", objectType: "simulator", objectId: "1" });
}
