import "server-only";
import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { VENDORS, type VendorId } from "@/lib/core/observation";
import { writeAudit } from "@/lib/db/audit-repository";
import type { Database } from "@/lib/db/database";
import { writeSetting } from "@/lib/db/setting-repository";
import { readStart } from "@/lib/db/start-repository";
import type { VendorSecrets } from "@/lib/runtime/vendor-secrets";
import { setSecret } from "@/lib/services/vendors/change-secrets";

interface Deps {
  readonly db: Database;
  readonly secrets: VendorSecrets;
  readonly start: (secrets: Readonly<Record<VendorId, string>>) => void;
}

/**
 * Lets a made-up building post to this server, with the vendors' secrets (made where there are none). Audited. Throws
 * `conflict` once a vendor has delivered: made-up people must not stand among real ones.
 */
export async function runSimulator(actor: Actor, { db, secrets, start }: Deps): Promise<void> {
  const { hasDeliveries, simulated } = await readStart(db);
  if (hasDeliveries && !simulated) {
    throw new AppError("conflict", "Vendors have delivered already; made-up events would stand among theirs.");
  }
  for (const vendor of VENDORS) {
    if (secrets.secretsOf(vendor).length > 0) continue;
    const secret = randomBytes(24).toString("base64url");
    await setSecret({ vendor, slot: "primary", secret }, actor, { db, secrets });
  }
  const all = Object.fromEntries(VENDORS.map((vendor) => [vendor, secrets.secretsOf(vendor)[0] ?? ""]));
  await writeSetting("simulated", true, db.read);
  await writeAudit(db.read, { actor, action: "simulator.start", objectType: "simulator", objectId: "1" });
  start(all as Record<VendorId, string>);
}
