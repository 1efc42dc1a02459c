import type { Database } from "@/lib/db/database";
import type { Senders } from "./senders";

/** What sending needs. */
export interface Delivering {
  readonly db: Database;
  readonly senders: Senders;
  /** ms */
  readonly now: () => number;
  /** Without a slash at its end; null when nobody said. */
  readonly publicUrl: string | null;
}
