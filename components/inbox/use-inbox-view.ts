import { parseAsIsoDateTime, parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import type { DeliveryFilter } from "@/lib/client/delivery-search";
import { DELIVERY_OUTCOMES } from "@/lib/core/delivery";
import { VENDORS } from "@/lib/core/observation";
import { text } from "@/lib/core/text";

const HOUR_MS = 3_600_000;

/** How far back the log is looked at; `span` has its own ends. Said by `t`. */
export const RANGES = {
  "1h": { label: text("Last hour"), within: text("in the last hour"), lastMs: HOUR_MS },
  "24h": { label: text("Last 24 hours"), within: text("in the last 24 hours"), lastMs: 24 * HOUR_MS },
  "7d": { label: text("Last 7 days"), within: text("in the last 7 days"), lastMs: 7 * 24 * HOUR_MS },
  "30d": { label: text("Last 30 days"), within: text("in the last 30 days"), lastMs: 30 * 24 * HOUR_MS },
  span: { label: text("From … to …"), within: text("in this span"), lastMs: null },
} as const;
export type RangeName = keyof typeof RANGES;
export const RANGE_NAMES = Object.keys(RANGES) as RangeName[];

const FILTER = {
  vendor: parseAsStringLiteral(VENDORS),
  outcome: parseAsStringLiteral(DELIVERY_OUTCOMES),
  type: parseAsString,
  range: parseAsStringLiteral(RANGE_NAMES).withDefault("24h"),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
};

export interface InboxChoice {
  readonly vendor: DeliveryFilter["vendor"];
  readonly outcome: DeliveryFilter["outcome"];
  readonly type: string | null;
  readonly range: RangeName;
  readonly from: Date | null;
  readonly to: Date | null;
}

export interface InboxView {
  readonly choice: InboxChoice;
  readonly choose: (change: Partial<InboxChoice>) => void;
  readonly clear: () => void;
  readonly openId: string | null;
  readonly open: (id: string) => void;
  readonly close: () => void;
}

/** What is filtered and what is opened: both live in the address, so a link shows the same view. */
export function useInboxView(): InboxView {
  const [choice, setChoice] = useQueryStates(FILTER);
  const [openId, setOpenId] = useQueryState("delivery", parseAsString.withOptions({ history: "push" }));
  return {
    choice,
    choose: (change) => void setChoice(change),
    clear: () => void setChoice(null),
    openId,
    open: (id) => void setOpenId(id),
    close: () => void setOpenId(null),
  };
}

export function filterOf({ range, from, to, ...rest }: InboxChoice): DeliveryFilter {
  const { lastMs } = RANGES[range];
  return { ...rest, lastMs, from: from?.toISOString() ?? null, to: to?.toISOString() ?? null };
}
