import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { MaintenanceDraft } from "@/lib/core/maintenance";
import { tellDay } from "@/lib/core/tell-day";
import { readFloorFrames, readFloorSnapshot } from "@/lib/db/floor-repository";
import { listMaintenance } from "@/lib/db/maintenance-repository";
import { readDayEvidence, readSpacePlace } from "@/lib/db/space-day-repository";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { changeMaintenance, createMaintenance, removeMaintenance } from "./maintenance";

let ingest: Awaited<ReturnType<typeof openIngest>>;
let floorId: number;
let roomId: number;
const admin: Actor = {
  userId: "u1",
  name: "Ada",
  email: "ada@example.test",
  role: "operator",
  sites: null,
  scopes: null,
  sessionId: "s1",
  address: null,
};
const elsewhere: Actor = { ...admin, sites: [999_999] };
const draft = (said: object) => MaintenanceDraft.parse({ name: "HVAC works", ...said });
const idOf = async (name: string) =>
  (await ingest.db.read.query<{ id: number }>("SELECT id FROM space WHERE vendor_name = $1", [name])).rows[0]?.id ?? 0;
const room = async () => {
  const snapshot = await readFloorSnapshot(String(floorId), ingest.db);
  return snapshot?.spaces.find(({ id }) => id === String(roomId));
};

beforeAll(async () => {
  ingest = await openIngest();
  await ingest.post(butlrEvent({ at: Date.now() - 1_000, data: 3 }));
  floorId = await idOf("2nd Floor");
  roomId = await idOf("Fjord");
});
afterAll(() => ingest.close());

test("a floor in maintenance closes its rooms, told once by the feed, and opens them when it is ended", async () => {
  const before = await readFloorSnapshot(String(floorId), ingest.db);
  expect((await room())?.state).toBe("occupied");
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const made = await createMaintenance(draft({ spaceId: String(floorId), endsAt: until }), admin, { db: ingest.db });
  expect(made.floorIds).toEqual([floorId]);
  const cursor = { floorId, epoch: before?.epoch ?? "", offset: before?.offset ?? 0 };
  const [frame] = await readFloorFrames([cursor], ingest.db);
  expect(frame?.changes).toMatchObject([
    { id: String(roomId), state: "maintenance", closings: [{ name: "HVAC works", until }] },
  ]);
  expect((await room())?.metrics.occupancy?.value).toBe(3); // what is measured stays to be seen

  await changeMaintenance(String(made.id), { ended: true }, admin, { db: ingest.db });
  expect((await room())?.state).toBe("occupied");
  await changeMaintenance(String(made.id), { ended: false }, admin, { db: ingest.db });
  expect((await room())?.state).toBe("maintenance");
  await removeMaintenance(String(made.id), admin, ingest.db);
  expect(await room()).not.toHaveProperty("closings");
  const { rows } = await ingest.db.read.query(
    "SELECT action FROM audit_entry WHERE object_type = 'maintenance' ORDER BY id",
  );
  expect(rows.map(({ action }) => action)).toEqual([
    "maintenance.create",
    "maintenance.end",
    "maintenance.update",
    "maintenance.delete",
  ]);
});

test("a span that is over can be left out of a day, and counts again when its window is removed", async () => {
  const now = Date.now();
  const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000).toISOString();
  for (let minute = 90; minute > 0; minute -= 3)
    await ingest.post(
      butlrEvent({ at: now - minute * 60_000, data: 2, metadata: { room_id: "den", room_name: "Den" } }),
    );
  const den = await idOf("Den");
  const told = async () => {
    const place = await readSpacePlace(String(den), ingest.db);
    const day = { date: "", from: now - 100 * 60_000, to: now };
    const { states, people } = tellDay(place, day, await readDayEvidence(den, day, ingest.db), now);
    return {
      states: states.map(({ state }) => state),
      nobodyKnows: people?.points.filter(({ value }) => value === null),
    };
  };
  const before = await told();
  expect(before.states).toEqual(["unknown", "occupied"]);
  const span = { spaceId: String(den), startsAt: at(60), endsAt: at(40) };
  const { id } = await createMaintenance(draft(span), admin, { db: ingest.db });
  const without = await told();
  expect(without.states).toEqual(["unknown", "occupied", "maintenance", "occupied"]);
  expect(without.nobodyKnows?.map((point) => point.at)).toContain(at(60));
  await removeMaintenance(String(id), admin, ingest.db);
  expect(await told()).toEqual(before);
});

test("a later window is known beforehand, so that time alone closes the room", async () => {
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id } = await createMaintenance(draft({ spaceId: String(roomId), startsAt }), admin, { db: ingest.db });
  expect(await room()).toMatchObject({ state: "occupied", closings: [{ from: startsAt, until: null }] });
  await removeMaintenance(String(id), admin, ingest.db);
});

test("lists what is on or to come, with what closes one space, within the reader's sites", async () => {
  const { db } = ingest;
  const first = await createMaintenance(
    draft({ spaceId: String(floorId), weekly: { weekdays: ["mon"], from: "20:00", until: "06:00" } }),
    admin,
    { db },
  );
  const source = (await db.read.query<{ id: number }>("SELECT id FROM source LIMIT 1")).rows[0]?.id;
  const second = await createMaintenance(
    draft({ name: "Battery", sourceId: String(source), mutedKinds: ["offline"] }),
    admin,
    { db },
  );
  const over = await createMaintenance(
    draft({ name: "Over", spaceId: String(roomId), startsAt: "2026-01-01T00:00:00Z", endsAt: "2026-01-02T00:00:00Z" }),
    admin,
    { db },
  );
  const list = async (said: object, sites: number[] | null = null) =>
    (await listMaintenance({ ended: false, limit: 100, ...said }, sites, db)).items.map(({ id }) => Number(id));
  expect(await list({})).toEqual([first.id, second.id]);
  expect(await list({ ended: true })).toEqual([first.id, second.id, over.id]);
  expect(await list({ spaceId: String(roomId) })).toEqual([first.id]);
  expect(await list({}, [999_999])).toEqual([]);
  expect(await list({}, [await idOf("Oslo")])).toEqual([first.id, second.id]);
  const { items } = await listMaintenance({ ended: false, limit: 1 }, null, db);
  expect(items).toMatchObject([{ about: "2nd Floor", timeZone: expect.any(String), createdBy: "Ada" }]);
});

test("what is elsewhere does not exist", async () => {
  await expect(
    createMaintenance(draft({ spaceId: String(roomId) }), elsewhere, { db: ingest.db }),
  ).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(changeMaintenance("99999", { ended: true }, admin, { db: ingest.db })).rejects.toMatchObject({
    code: "not-found",
  });
});
