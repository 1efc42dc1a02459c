import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { KioskBoard } from "@/lib/core/kiosk";
import type { PageIds } from "@/lib/testing/every-page";

const Floors = z.object({ items: z.array(z.object({ id: z.string() })) });
const Snapshot = z.object({ spaces: z.array(z.object({ id: z.string(), kind: z.string() })) });

const AGO_MS = 3 * 3_600_000;

async function ask<T>(request: APIRequestContext, schema: z.ZodType<T>, address: string): Promise<T> {
  const answer = await request.get(address);
  if (!answer.ok()) throw new Error(`${address} answers ${answer.status()}`);
  return schema.parse(await answer.json());
}

/** A floor with rooms, and the first of them. Throws when the installation has none. */
export async function findIds(request: APIRequestContext, now: Date): Promise<PageIds> {
  const { items } = await ask(request, Floors, "/api/floors");
  const past = new Date(now.getTime() - AGO_MS).toISOString().replace(/\.\d+Z$/, "Z");
  for (const { id } of items) {
    const { spaces } = await ask(request, Snapshot, `/api/floors/${id}/snapshot`);
    const room = spaces.find(({ kind }) => kind === "room");
    if (room) return { floorId: id, spaceId: room.id, past };
  }
  throw new Error("There is no floor with a room to look at.");
}

/** Pairs the browser of `screen` as a screen on a wall that shows a floor. */
export async function pairScreen(
  screen: APIRequestContext,
  admin: APIRequestContext,
  floorId: string,
  name = "For pictures",
): Promise<void> {
  const board = KioskBoard.parse(await (await screen.post("/api/kiosk")).json());
  if (board.status !== "waiting") throw new Error("The screen got no code.");
  const draft = { code: board.code, name, floorIds: [floorId] };
  const answer = await admin.post("/api/kiosks", { data: draft });
  if (!answer.ok()) throw new Error(`Pairing a screen answers ${answer.status()}`);
}
