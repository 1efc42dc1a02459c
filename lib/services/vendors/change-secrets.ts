import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { VendorId } from "@/lib/core/observation";
import type { SecretSlot } from "@/lib/core/vendor";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import {
  listVendorSecrets,
  promoteVendorSecret,
  putVendorSecret,
  removeVendorSecret,
} from "@/lib/db/vendor-secret-repository";
import type { VendorSecrets } from "@/lib/runtime/vendor-secrets";

interface Deps {
  readonly db: Database;
  readonly secrets: Pick<VendorSecrets, "seal" | "isReadable" | "refresh">;
}

/** Stores a secret, sealed and audited. It is accepted when this resolves. */
export async function setSecret(
  { vendor, slot, secret }: { vendor: VendorId; slot: SecretSlot; secret: string },
  actor: Actor,
  { db, secrets }: Deps,
): Promise<void> {
  const sealed = secrets.seal(vendor, secret);
  await inTransaction(db.read, (client) => putVendorSecret(client, { vendor, slot, sealed }, actor));
  await secrets.refresh();
}

/** From now on only the next secret is good. Throws `conflict` when there is none, or none that can be opened. */
export async function promoteSecret(vendor: VendorId, actor: Actor, { db, secrets }: Deps): Promise<void> {
  const next = (await listVendorSecrets(db)).find((one) => one.vendor === vendor && one.slot === "next");
  if (next && !secrets.isReadable(next))
    throw new AppError("conflict", "The next secret cannot be read here: with it alone, nothing would be accepted.");
  const done = await inTransaction(db.read, (client) => promoteVendorSecret(client, vendor, actor));
  if (!done) throw new AppError("conflict", "There is no next secret to go on with. Set one first.");
  await secrets.refresh();
}

/** A removed secret is refused from now on. Throws `not-found` when the slot is empty. */
export async function removeSecret(
  { vendor, slot }: { vendor: VendorId; slot: SecretSlot },
  actor: Actor,
  { db, secrets }: Deps,
): Promise<void> {
  const done = await inTransaction(db.read, (client) => removeVendorSecret(client, vendor, slot, actor));
  if (!done) throw new AppError("not-found", "There is no such secret.");
  await secrets.refresh();
}
