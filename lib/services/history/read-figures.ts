import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { figuresOfGroup, figuresOfSpace, type SpaceUse, share, type Together } from "@/lib/core/figures-of";
import { localIso } from "@/lib/core/local-hours";
import type { FigureQuery, HistoryFigures, SpaceFigures } from "@/lib/core/space-metrics";
import { NO_TOTALS, sumTotals } from "@/lib/core/use-totals";
import { lengthOf, spansWithin } from "@/lib/core/working-spans";
import { database } from "@/lib/db/client";
import type { FigureSpace } from "@/lib/db/figure-space-repository";
import type { Readable } from "@/lib/db/place-of";
import { type HistoryRequest, historyRequest } from "./history-request";
import { type Part, periodParts } from "./period-totals";
import { mostTogether } from "./together";

/** The figures of each space and of all together. */
export async function readFigures(
  query: FigureQuery,
  actor: Actor,
  db: Readable = database(),
  now: number = Date.now(),
): Promise<HistoryFigures> {
  const request = await historyRequest(query, actor, db, now);
  const parts = Map.groupBy(await periodParts(request, db), ({ spaceId }) => spaceId);
  const uses = request.spaces.map((space) => useOf(request, space, parts.get(space.id) ?? []));
  const at = (ms: number) => localIso(ms, request.timeZone);
  const items = request.spaces.map((space, i): SpaceFigures => {
    const use = uses[i] as SpaceUse;
    return {
      id: String(space.id),
      name: space.name,
      kind: space.kind,
      type: space.type,
      floor: space.floor,
      capacity: space.capacity,
      ...known([use]),
      figures: figuresOfSpace(use, at),
    };
  });
  const together = await togetherOf(request, uses, db);
  const capacity = items.some((item) => item.capacity !== null)
    ? items.reduce((sum, item) => sum + (item.capacity ?? 0), 0)
    : null;
  return {
    ...request.head,
    group: { capacity, ...known(uses), figures: figuresOfGroup(uses, together) },
    items,
  };
}

function useOf(request: HistoryRequest, space: FigureSpace, parts: readonly Part[]): SpaceUse {
  const days = [...Map.groupBy(parts, ({ date }) => date).values()].map((day) =>
    sumTotals(day.map((part) => part.totals)),
  );
  return {
    capacity: space.capacity,
    targetPercent: space.targetPercent,
    totals: parts.length > 0 ? sumTotals(parts.map(({ totals }) => totals)) : NO_TOTALS,
    lengthMs: lengthOf(spansWithin(request.scopeOf(space), request.period)),
    days,
  };
}

function known(uses: readonly SpaceUse[]): { coverage: number; minutes: number } {
  const length = uses.reduce((sum, { lengthMs }) => sum + lengthMs, 0);
  const valid = uses.reduce((sum, { totals }) => sum + totals.validMs, 0);
  return { coverage: share(valid, length), minutes: Math.round(length / 60_000) };
}

/** Of one space its own peak says it all. */
async function togetherOf(request: HistoryRequest, uses: readonly SpaceUse[], db: Readable): Promise<Together> {
  const at = (ms: number) => localIso(ms, request.timeZone);
  const isCounted = uses.some(({ totals }) => totals.countedMs > 0);
  const wanted = { people: isCounted, inUse: true };
  const found = (await mostTogether(request, () => "all", wanted, db)).get("all");
  const most = (one: { value: number; at: number } | null | undefined) =>
    one ? { value: one.value, at: at(one.at) } : null;
  return { peak: most(found?.people), inUse: most(found?.inUse) };
}
