import "server-only";
import { database } from "@/lib/db/client";

/** Asks the pool that deliveries are written through. */
export async function isReady(): Promise<boolean> {
  try {
    await database().ingest.query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}
