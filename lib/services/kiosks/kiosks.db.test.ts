import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { KioskDraft, type KioskPlace } from "@/lib/core/kiosk";
import { type Database, openDatabase } from "@/lib/db/database";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { addSite } from "@/lib/testing/route-fixture";
import { addKiosk, removeKiosk, updateKiosk } from "./change-kiosks";
import { boardOf, newScreen } from "./pair-screen";

let base: TestDatabase;
let db: Database;
let floor: string;
let elsewhere: string;
let admin: Actor;

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
  const oslo = await addSite(db, "Oslo");
  floor = await addFloor(oslo);
  elsewhere = await addFloor(await addSite(db, "Bonn"));
  admin = {
    userId: "ann",
    name: "Ann",
    email: "ann@example.com",
    role: "admin",
    sites: [oslo],
    scopes: null,
    sessionId: "s",
    address: null,
  };
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

async function addFloor(siteId: number): Promise<string> {
  const insert = "INSERT INTO space (kind, name, parent_id) VALUES ($1, $2, $3) RETURNING id";
  const { rows: houses } = await db.read.query<{ id: number }>(insert, ["building", "House", siteId]);
  const { rows } = await db.read.query<{ id: number }>(insert, ["floor", "Level 1", houses[0]?.id]);
  return String(rows[0]?.id);
}

async function pair(here: KioskPlace | null) {
  const { token, board } = await newScreen(db);
  if (board.status !== "waiting") throw new Error("no code");
  const draft = KioskDraft.parse({ code: board.code, name: "Lobby", floorIds: [floor], here });
  const { items } = await addKiosk(draft, admin, db);
  return { token, kiosk: items.at(-1) };
}

test("a screen knows where it hangs, is moved, and forgets it", async () => {
  const here = { floorId: floor, x: 0.25, y: 0.5 };
  const { token, kiosk } = await pair(here);
  expect(kiosk?.here).toEqual(here);
  expect(await boardOf(token, db)).toMatchObject({ status: "ready", here });
  const id = kiosk?.id ?? "";
  await updateKiosk(id, { here: { ...here, x: 0.75 } }, admin, db);
  await updateKiosk(id, { turnS: 30 }, admin, db);
  expect(await boardOf(token, db)).toMatchObject({ here: { x: 0.75 }, turnS: 30 });
  await updateKiosk(id, { here: null }, admin, db);
  expect(await boardOf(token, db)).toMatchObject({ here: null });
  await removeKiosk(id, admin, db);
  expect(await boardOf(token, db)).toEqual({ status: "revoked" });
});

test("it does not hang on a floor of a site that is not the admin's", async () => {
  const there = { floorId: elsewhere, x: 0.5, y: 0.5 };
  await expect(pair(there)).rejects.toMatchObject({ code: "not-found" });
  const { kiosk } = await pair(null);
  await expect(updateKiosk(kiosk?.id ?? "", { here: there }, admin, db)).rejects.toMatchObject({ code: "not-found" });
});
