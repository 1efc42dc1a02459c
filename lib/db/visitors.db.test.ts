import { afterAll, beforeAll, expect, test } from "vitest";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { readSiteVisitors } from "./visitor-repository";

/** Noon in Oslo. */
const NOW = Date.parse("2026-11-17T11:00:00Z");
const HOUR = 3_600_000;

let ingest: Awaited<ReturnType<typeof openIngest>>;
let siteId: string;
beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  await ingest.post(butlrEvent({ at: NOW, data: 0 }));
  const { rows } = await ingest.db.read.query<{ id: number }>(
    "UPDATE space SET time_zone = 'Europe/Oslo' WHERE kind = 'site' RETURNING id",
  );
  siteId = String(rows[0]?.id);
});
afterAll(() => ingest.close());

const zoom = async (event: string, object: object, hoursAgo: number) => {
  const payload = { account_id: "acc1", object };
  const { kind } = await ingest.post({ event, payload, event_ts: NOW - hoursAgo * HOUR }, "zoom");
  expect(kind).toBe("stored");
};
/** One visitor's word at a location. */
const visit = (event: string, name: string, startsInHours: number, hoursAgo: number, location = "loc-house") =>
  zoom(
    `visitor_management.${event}`,
    {
      ...(event.startsWith("invitation") ? { invitation_id: `inv-${name}` } : {}),
      visitor_email: `${name}@guest.example`,
      visitor_name: name,
      start_time: NOW + startsInHours * HOUR,
      end_time: NOW + (startsInHours + 1) * HOUR,
      invite_location_id: location,
      host_id: "host",
      host_name: "Host",
    },
    hoursAgo,
  );
const now = () => readSiteVisitors(siteId, NOW, ingest.db);

test("visitors of today, on the site's clock, and no word of who", async () => {
  await visit("invitation_created", "anna", 2, 48);
  await visit("invitation_created", "bo", -1, 48);
  await visit("checked_in", "bo", -1, 1);
  await visit("invitation_created", "cleo", -3, 48);
  await visit("checked_in", "cleo", -3, 3);
  await visit("checked_out", "cleo", -3, 2);
  await visit("invitation_created", "dan", 2, 48);
  await visit("invitation_deleted", "dan", 2, 24);
  await visit("invitation_created", "eva", 12, 48); // midnight in Oslo, still today in London
  const visitors = await now();
  expect(visitors).toEqual({ expected: 1, in: 1, out: 1 });
  expect(JSON.stringify(visitors)).not.toMatch(/anna|bo|cleo/);
});

test("moved to another day is not expected today", async () => {
  await visit("invitation_updated", "anna", 50, 20);
  expect(await now()).toEqual({ expected: 0, in: 1, out: 1 });
  await visit("invitation_updated", "anna", 3, 10);
});

test("where locations are assigned, only those inside one of the site's spaces count", async () => {
  await zoom(
    "zoomroom.location_created",
    { id: "loc-floor", name: "F", parent_location_id: "loc-house", type: "floor" },
    9,
  );
  await zoom("zoomroom.location_created", { id: "loc-other", name: "O", type: "campus" }, 9);
  await visit("checked_in", "finn", 0, 1, "loc-floor");
  await visit("checked_in", "gina", 0, 1, "loc-other");
  expect(await now()).toEqual({ expected: 1, in: 3, out: 1 });
  await ingest.db.read.query(
    `INSERT INTO assignment (source_id, space_id, starts_at)
     SELECT o.id, s.id, 'epoch' FROM source o, space s WHERE o.external_id = 'loc-house' AND s.kind = 'building'`,
  );
  expect(await now()).toEqual({ expected: 1, in: 2, out: 1 });
});

test("a site that is none is not found", async () => {
  await expect(readSiteVisitors("999999", NOW, ingest.db)).rejects.toMatchObject({ code: "not-found" });
});
