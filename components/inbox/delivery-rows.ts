import type { DeliverySummary } from "@/lib/core/delivery";

/** The rows on screen, which of them are chosen, and which one is opened. */
export interface DeliveryRows {
  readonly items: readonly DeliverySummary[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  /** The server's clock, ms; only its day matters. */
  readonly now: number;
}

/** The chosen ones with one more, or one fewer. */
export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
