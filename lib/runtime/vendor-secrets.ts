import "server-only";
import type { VendorId } from "@/lib/core/observation";
import type { Database } from "@/lib/db/database";
import { listVendorSecrets, type SealedSecret } from "@/lib/db/vendor-secret-repository";
import { webhookSecretOf } from "@/lib/secrets/purposes";
import { SealError, type Sealer } from "@/lib/secrets/sealer";
import { singleton } from "./singleton";

/** The webhook secrets that are good now: those of the environment and those set in the browser. */
export interface VendorSecrets {
  /** Asked for every delivery: answers from memory. */
  secretsOf(vendor: VendorId): readonly string[];
  /** Can it be opened here, or was it sealed with another key? */
  isReadable(secret: SealedSecret): boolean;
  seal(vendor: VendorId, secret: string): string;
  /** Resolves when what is in the database now is what is accepted. */
  refresh(): Promise<void>;
}

export interface VendorSecretsOptions {
  readonly db: Database;
  readonly sealer: Sealer;
  /** Those of the environment. */
  readonly fixed: Readonly<Record<VendorId, readonly string[]>>;
  /** A stored secret does not open; said once for each. */
  readonly onUnreadable: (secret: SealedSecret, error: SealError) => void;
}

const rowOf = ({ vendor, sealed }: SealedSecret) => `${vendor} ${sealed}`;

/** Nothing stored is accepted before the first `refresh`. A database that is away leaves everything as it was. */
export function createVendorSecrets({ db, sealer, fixed, onUnreadable }: VendorSecretsOptions): VendorSecrets {
  let opened = new Map<string, string | null>();
  let accepted: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(fixed));
  let turn: Promise<void> = Promise.resolve();

  const open = (secret: SealedSecret): string | null => {
    const known = opened.get(rowOf(secret));
    if (known !== undefined) return known;
    try {
      return sealer.open(secret.sealed, webhookSecretOf(secret.vendor));
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      onUnreadable(secret, error);
      return null;
    }
  };
  const load = async () => {
    const stored = await listVendorSecrets(db);
    const found = stored.map((secret) => ({ ...secret, text: open(secret) }));
    opened = new Map(found.map((secret) => [rowOf(secret), secret.text]));
    accepted = new Map(
      Object.entries(fixed).map(([vendor, texts]) => [
        vendor,
        [...texts, ...found.flatMap((one) => (one.vendor === vendor && one.text !== null ? [one.text] : []))],
      ]),
    );
  };
  return {
    secretsOf: (vendor) => accepted.get(vendor) ?? [],
    isReadable: (secret) => open(secret) !== null,
    seal: (vendor, secret) => sealer.seal(secret, webhookSecretOf(vendor)),
    // One after the other: an older answer must never overtake a newer one.
    refresh: () => (turn = turn.catch(() => undefined).then(load)),
  };
}

/** What boot has opened, for route handlers. */
export const vendorSecrets = (): VendorSecrets =>
  singleton<VendorSecrets>("vendorSecrets", () => {
    throw new Error("Vendor secrets are asked for before boot was done");
  });
