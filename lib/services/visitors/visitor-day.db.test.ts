import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { readNamedVisitorDay, readVisitorDay } from "./read-visitor-day";

/** Noon in Oslo. */
const NOW = Date.parse("2026-11-17T11:00:00Z");
const HOUR = 3_600_000;
const ana: Actor = {
  ...{ userId: "7", name: "Ana", email: "ana@example.com", role: "operator" },
  ...{ sites: null, scopes: null, sessionId: "1", address: null },
};

let ingest: Awaited<ReturnType<typeof openIngest>>;
let site = "";
beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  await ingest.post(butlrEvent({ at: NOW, data: 0 }));
  const { rows } = await ingest.db.read.query<{ id: number }>(
    "UPDATE space SET time_zone = 'Europe/Oslo' WHERE kind = 'site' RETURNING id",
  );
  site = String(rows[0]?.id);
});
afterAll(() => ingest.close());

/** One visitor's word, said so many hours ago; the visit is from 10 to 11 in Oslo. */
async function visit(event: string, name: string, hoursAgo: number) {
  const object = {
    ...(event.startsWith("invitation_created") ? { invitation_id: `inv-${name}` } : {}),
    ...{ visitor_email: `${name}@guest.example`, visitor_name: `Guest ${name}`, invite_location_id: "loc-house" },
    ...{ start_time: NOW - 2 * HOUR, end_time: NOW - HOUR, host_id: "host", host_name: "Hana Holm" },
  };
  const payload = { account_id: "acc1", object };
  const body = { event: `visitor_management.${event}`, payload, event_ts: NOW - hoursAgo * HOUR };
  expect((await ingest.post(body, "zoom")).kind).toBe("stored");
}
const today = () => readVisitorDay(site, undefined, { db: ingest.db, now: NOW });
const open = (sealed: string) => `opened ${sealed.slice(0, 8)}`;
const named = (actor = ana) => readNamedVisitorDay(site, undefined, { actor, open, db: ingest.db, now: NOW });

test("invited is expected, checked in is in the building, deleted is nobody", async () => {
  await visit("invitation_created", "ada", 24);
  await visit("invitation_created", "bo", 24);
  expect((await today()).counts).toMatchObject({ expected: 2, in: 0 });
  await visit("checked_in", "ada", 2);
  expect((await today()).counts).toMatchObject({ expected: 1, in: 1, overdue: 1 });
  await visit("invitation_deleted", "bo", 1);
  expect((await today()).counts).toMatchObject({ expected: 0, in: 1, out: 0 });
});

test("the day without names says nothing of who, and one visit keeps its key", async () => {
  const day = await today();
  expect(JSON.stringify(day)).not.toMatch(/ada|Guest|Hana|person:|sealed/);
  expect(day.visits).toMatchObject([{ status: "in", isOverdue: true, visitor: null, host: null }]);
  expect((await named()).visits[0]?.key).toBe(day.visits[0]?.key);
});

test("names are opened for whoever may see them, and that they looked is noted once an hour", async () => {
  const { visits } = await named();
  expect(visits).toMatchObject([{ visitor: "opened sealed:1", host: "opened sealed:1" }]);
  const { rows } = await ingest.db.read.query(
    "SELECT actor_name, object_id, site_id::text FROM audit_entry WHERE action = 'visitor.view'",
  );
  expect(rows).toEqual([{ actor_name: "Ana", object_id: site, site_id: site }]);
});

test("names that were not kept are nobody's", async () => {
  await ingest.db.read.query("UPDATE visit_event SET visitor_name = NULL, host_name = NULL");
  expect((await named()).visits).toMatchObject([{ visitor: null, host: null, status: "in" }]);
});
