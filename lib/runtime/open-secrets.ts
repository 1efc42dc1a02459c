import "server-only";
import path from "node:path";
import type { Env } from "@/lib/config/env";
import type { Database } from "@/lib/db/database";
import { keepServerSecret, replaceServerSecret } from "@/lib/db/server-secret-repository";
import type { SealedSecret } from "@/lib/db/vendor-secret-repository";
import { givenKey, type InstallationKey, readInstallationKey } from "@/lib/secrets/installation-key";
import { createPersonalWords, createPrivacy, type PersonalWords } from "@/lib/secrets/privacy";
import { CANARY } from "@/lib/secrets/purposes";
import { createSealer, SealError, type Sealer } from "@/lib/secrets/sealer";
import type { Privacy } from "@/lib/vendors/adapter";
import { resealSecrets } from "./reseal-secrets";
import { createVendorSecrets, type VendorSecrets } from "./vendor-secrets";

export interface OpenedSecrets {
  /** For what is sealed elsewhere: channels, push keys. */
  readonly sealer: Sealer;
  readonly vendorSecrets: VendorSecrets;
  readonly privacy: Privacy;
  readonly personalWords: PersonalWords;
}

type Settings = Pick<
  Env,
  "secretKey" | "previousSecretKey" | "dataDir" | "personalData" | "butlr" | "disruptive" | "zoom"
>;

/**
 * Finds the installation's key and opens what was sealed with it. With another key than before it says what that
 * means and goes on: secrets of the environment need no key, and a vendor must not wait for an admin.
 */
export async function openSecrets(
  config: Settings,
  db: Database,
  warn: (message: string) => void,
): Promise<OpenedSecrets> {
  const key = readInstallationKey({ secretKey: config.secretKey, dataDir: path.resolve(config.dataDir) });
  const sealer = createSealer(key.subKey("sealing"));
  if (config.previousSecretKey !== null) {
    const from = createSealer(givenKey(config.previousSecretKey, "SECRET_KEY_BEFORE").subKey("sealing"));
    const changed = await resealSecrets(db, { from, to: sealer });
    if (changed > 0) warn(`${changed} secrets are sealed with the new key. Take SECRET_KEY_BEFORE away now.`);
  }
  const unreadable: SealedSecret[] = [];
  let isStarting = true;
  const vendorSecrets = createVendorSecrets({
    db,
    sealer,
    fixed: { butlr: config.butlr.keys, disruptive: config.disruptive.secrets, zoom: config.zoom.secrets },
    onUnreadable: (secret, error) => (isStarting ? unreadable.push(secret) : warn(error.message)),
  });
  await vendorSecrets.refresh();
  isStarting = false;
  const complaint = await checkKey(db, { key, sealer, unreadable });
  if (complaint) warn(complaint);
  const { personalData } = config;
  const privacy = createPrivacy({ pseudonymKey: key.subKey("pseudonyms"), sealer, personalData });
  return { sealer, vendorSecrets, privacy, personalWords: createPersonalWords(sealer) };
}

interface Found {
  readonly key: InstallationKey;
  readonly sealer: Sealer;
  readonly unreadable: readonly SealedSecret[];
}

/** Is it the key this database knows? Null, or what is wrong and what to do. */
async function checkKey(db: Database, { key, sealer, unreadable }: Found): Promise<string | null> {
  const known = opens(sealer, await keepServerSecret(db, CANARY, sealer.seal(CANARY, CANARY)));
  if (known && unreadable.length === 0) return null;
  // Nothing hangs on the other key any more, so this one is the installation's from now on.
  if (!known && unreadable.length === 0) await replaceServerSecret(db, CANARY, sealer.seal(CANARY, CANARY));
  const lost = unreadable.map(({ vendor, slot, setBy }) => `${vendor} (${slot}, set by ${setBy})`).join(", ");
  return [
    `The key in ${key.from} is not the one that this database was sealed with.`,
    lost ? `These webhook secrets cannot be opened and are not accepted: ${lost}.` : "No webhook secret is affected.",
    "Words about people that were sealed before cannot be read, and pseudonyms are others than before.",
    "Start with the old key (SECRET_KEY, or the file secret.key of the old data folder; all instances need the same)",
    lost ? "or set these secrets again under Admin, Vendors." : "or go on with this one.",
    "Secrets of the environment are accepted as ever.",
  ].join(" ");
}

function opens(sealer: Sealer, canary: string): boolean {
  try {
    return sealer.open(canary, CANARY) === CANARY;
  } catch (error) {
    if (error instanceof SealError) return false;
    throw error;
  }
}
