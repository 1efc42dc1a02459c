import "server-only";
import { isSlow } from "@/lib/core/air-decay";
import { causeOf } from "@/lib/core/alerts/cause";
import type { Condition } from "@/lib/core/alerts/condition";
import { type KnownDecay, readLatestDecays } from "@/lib/db/air-decay-repository";
import { readAlertStates, readOpenCauses } from "@/lib/db/alerts/alert-states";
import { readWays, type Way } from "@/lib/db/alerts/way-up";
import { type Judging, placeOf, ruleAt } from "./judge-sources";
import { type Looked, look } from "./looked";

/** More in a row are not counted. */
const MOST_IN_A_ROW = 20;

/** Looks at how the air of these spaces cleared lately; of `everything` at all of which that is told now. */
export async function judgeDecays(
  judging: Judging,
  due: { readonly spaceIds: readonly number[]; readonly isEverything: boolean },
  looked: Looked,
): Promise<void> {
  const { client, rules, now } = judging;
  const told = due.isEverything ? await readOpenCauses(client, "decay:") : [];
  const ids = [...new Set([...due.spaceIds, ...told.map((cause) => Number(cause.slice("decay:".length)))])];
  if (ids.length === 0) return;
  const ways = await readWays(client, ids);
  const latest = await readLatestDecays(client, ids, MOST_IN_A_ROW);
  const states = await readAlertStates(client, { sourceIds: [], spaceIds: [], causes: ids.map(causeOf.decay) });
  for (const id of ids) {
    const way = ways.get(id) ?? null;
    const known = states.get(causeOf.decay(id));
    const rule = ruleAt(rules, "air-slow", way, now);
    const condition = rule && way ? slowAt(judging, way, rule, latest.get(id) ?? []) : null;
    if (condition) look(known, condition, now, looked);
    else if (known) look(known, { ended: rule ? "cleared" : "rule-off", at: now }, now, looked);
  }
}

function slowAt(
  { suppressionOf }: Judging,
  way: Way,
  rule: Pick<Condition, "severity"> & { readonly id: number },
  decays: readonly KnownDecay[],
): Condition | null {
  const normal = decays.findIndex((decay) => !isSlow(decay));
  const slow = decays.slice(0, normal < 0 ? undefined : normal);
  const [last, first] = [slow[0], slow.at(-1)];
  if (!last || !first) return null;
  return {
    cause: causeOf.decay(way.spaceId),
    kind: "hint",
    code: "air-slow",
    severity: rule.severity,
    since: first.leftAt,
    lastAt: last.leftAt,
    count: slow.length,
    firesAt: first.leftAt,
    text: null,
    value: Math.round(last.minutes),
    threshold: Math.round(last.usual ?? 0),
    ruleId: rule.id,
    sourceId: null,
    vendor: null,
    place: placeOf(way),
    suppression: suppressionOf(way, null, "hint"),
  };
}
