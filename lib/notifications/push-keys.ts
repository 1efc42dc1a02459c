import "server-only";
import webPush from "web-push";
import { z } from "zod";
import type { Database } from "@/lib/db/database";
import { forgetAllBrowsers } from "@/lib/db/notifications/browser-repository";
import { keepServerSecret, replaceServerSecret } from "@/lib/db/server-secret-repository";
import { PUSH_KEYS } from "@/lib/secrets/purposes";
import { SealError, type Sealer } from "@/lib/secrets/sealer";
import type { PushKeys } from "./send-push";

const Keys = z.object({ publicKey: z.string(), privateKey: z.string() });

/**
 * Made once and kept sealed; all instances have the same. Where the installation's key is another one, new ones are made,
 * and browsers have to be asked again.
 */
export async function keepPushKeys(db: Database, sealer: Sealer): Promise<PushKeys> {
  const seal = () => sealer.seal(JSON.stringify(webPush.generateVAPIDKeys()), PUSH_KEYS);
  const kept = await keepServerSecret(db, PUSH_KEYS, seal());
  try {
    return Keys.parse(JSON.parse(sealer.open(kept, PUSH_KEYS)));
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    await replaceServerSecret(db, PUSH_KEYS, seal());
    await forgetAllBrowsers(db.read);
    return keepPushKeys(db, sealer);
  }
}
