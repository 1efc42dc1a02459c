import type { PrismaClient } from "@/lib/db/generated/client";
import { countHistory } from "@/lib/simulator/butlr-history";
import type { WebhookPoster } from "@/lib/simulator/post-webhooks";
import type { RealWeek } from "@/lib/simulator/replay-week";

const TIME_ZONE = "Europe/Amsterdam";
/** Ours: the data set gives 75 m³ a room and no number of seats. */
const SEATS = 8;

/** CO₂ comes every five minutes, temperature and humidity every fifteen; motion only on change. */
const AIR_EVERY_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
const DAYS_BACK = 7;
/** Before the week of history, so that all of it belongs to the rooms. */
const ASSIGNED_DAYS_AGO = 14;

/** Lets the first webhooks of the two measured offices create them, and adds what the vendors do not tell. */
export async function introduceOffices(
  prisma: PrismaClient,
  week: RealWeek,
  poster: WebhookPoster,
  openedAt: number,
): Promise<void> {
  for (const place of week.counts.places) {
    const span = { from: openedAt - DAYS_BACK * DAY_MS, to: openedAt, stepMinutes: 5 };
    const [first] = countHistory([{ ...week.counts, places: [place] }], span);
    if (first) await poster.post(first);
  }
  const places = week.counts.places.map(({ metadata }) => metadata);
  const named = (kind: string, key: string) => ({
    assignments: {
      some: { source: { vendor: "butlr", kind, externalId: { in: places.map((place) => place[key] ?? "") } } },
    },
  });
  await prisma.space.updateMany({
    where: { ...named("site", "site_id"), timeZone: null },
    data: { timeZone: TIME_ZONE },
  });
  await prisma.space.updateMany({ where: { ...named("room", "room_id"), capacity: null }, data: { capacity: SEATS } });
  await assignDevices(prisma, week, openedAt);
}

/** As an admin would: Disruptive Technologies does not say where a device hangs, but its label `room` does. */
async function assignDevices(prisma: PrismaClient, { counts, devices }: RealWeek, openedAt: number): Promise<void> {
  const startsAt = new Date(openedAt - ASSIGNED_DAYS_AGO * DAY_MS);
  for (const { id, type, name, room } of devices) {
    const externalId = counts.places.find(({ metadata }) => metadata.room_name === room)?.spaceId ?? "";
    const office = await prisma.assignment.findFirst({
      where: { source: { vendor: "butlr", kind: "room", externalId }, endsAt: null },
    });
    if (!office) continue;
    const identity = { vendor: "disruptive", kind: "device", externalId: id };
    const device = await prisma.source.upsert({
      where: { vendor_kind_externalId: identity },
      create: { ...identity, name, expectedIntervalMs: type === "co2" ? AIR_EVERY_MS : null },
      update: {},
    });
    if (await prisma.assignment.findFirst({ where: { sourceId: device.id } })) continue;
    await prisma.assignment.create({ data: { sourceId: device.id, spaceId: office.spaceId, startsAt } });
  }
}
