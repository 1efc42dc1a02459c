import "server-only";
import type { DeliveryQuery, DeliverySummary } from "@/lib/core/delivery";
import { prisma } from "./client";

/** One page of the delivery log, newest first. */
export async function listDeliveries(query: DeliveryQuery): Promise<{ items: DeliverySummary[]; next: string | null }> {
  const rows = await prisma().delivery.findMany({
    where: {
      ...(query.outcome ? { outcome: query.outcome } : {}),
      ...(query.vendor ? { vendor: query.vendor } : {}),
      ...(query.cursor ? { id: { lt: BigInt(query.cursor) } } : {}),
    },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const items = page.map((row) => ({
    id: String(row.id),
    vendor: row.vendor,
    eventType: row.eventType,
    outcome: row.outcome as DeliverySummary["outcome"], // the writer stores nothing else
    receivedAt: row.receivedAt.toISOString(),
    observedAt: row.observedAt?.toISOString() ?? null,
    lagMs: row.observedAt ? row.receivedAt.getTime() - row.observedAt.getTime() : null,
    duplicates: row.duplicates,
    issues: row.issues,
    body: row.body,
  }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}
