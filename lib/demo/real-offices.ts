import type { PrismaClient } from "@/lib/db/generated/client";
import type { Feed } from "@/lib/simulator/butlr-feed";
import { historyBodies } from "@/lib/simulator/history";
import type { WebhookPoster } from "@/lib/simulator/post-webhooks";

const TIME_ZONE = "Europe/Amsterdam";
/** Ours: the data set gives 75 m³ a room and no number of seats. */
const SEATS = 8;

const DAY_MS = 86_400_000;
const DAYS_BACK = 7;

/** Lets the first webhooks of the two measured offices create them, and adds what Butlr does not tell. */
export async function introduceOffices(
  prisma: PrismaClient,
  feed: Feed,
  poster: WebhookPoster,
  openedAt: number,
): Promise<void> {
  for (const place of feed.places) {
    const span = { from: openedAt - DAYS_BACK * DAY_MS, to: openedAt, stepMinutes: 5 };
    const [body] = historyBodies([{ ...feed, places: [place] }], span);
    if (body) await poster.post(body);
  }
  const places = feed.places.map(({ metadata }) => metadata);
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
}
