import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { z } from "zod";
import { PrismaClient } from "../../../../../lib/db/generated/client";

const Event = z.object({
  id: z.string(),
  type: z.literal("ROOM_OCCUPANCY"),
  timestamp: z.number(),
  metadata: z.object({ room_id: z.string() }),
  data: z.number().min(0),
});

const pool = new Pool({ connectionString: process.env.DATABASE_URL ?? "", max: 10 });
const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });

/** How one would write it first: check the key, parse, upsert what arrived and, unless asked not to, what stands now, answer. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get("x-api-key") !== process.env.BUTLR_WEBHOOK_KEY) return new Response(null, { status: 401 });
  const event = Event.parse(await request.json());
  const sourceId = Number(event.metadata.room_id.slice("room_".length));
  const observedAt = new Date(event.timestamp);
  const word = { value: event.data, version: BigInt(event.timestamp), receivedAt: new Date() };
  await prisma.reading.upsert({
    where: { sourceId_metric_observedAt: { sourceId, metric: 1, observedAt } },
    create: { sourceId, metric: 1, observedAt, firstValue: event.data, ...word },
    update: word,
  });
  if (new URL(request.url).searchParams.has("readings-only")) return Response.json({ status: "stored" });
  const now = { ...word, observedAt, band: event.data > 0 ? 1 : 0, bandSince: observedAt, shownAt: word.receivedAt };
  await prisma.sourceValue.upsert({
    where: { sourceId_metric: { sourceId, metric: 1 } },
    create: { sourceId, metric: 1, ...now },
    update: now,
  });
  return Response.json({ status: "stored" });
}
