import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Privacy } from "../adapter";
import { redact } from "./redact";
import { testPrivacy } from "./testing";

const folder = path.join(import.meta.dirname, "fixtures");
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const events = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));

const dropping: Privacy = { ...testPrivacy, seal: () => null };
const clean = (payload: unknown) => redact(payload, testPrivacy);

describe.each(events)("%s", (name) => {
  test("keeps nothing that was planted in it", () => {
    for (const privacy of [testPrivacy, dropping]) {
      expect(JSON.stringify(redact(read(name), privacy)).toLowerCase()).not.toContain("planted");
    }
  });

  test("is left alone the second time", () => {
    const once = clean(read(name));
    expect(clean(once)).toEqual(once);
  });
});

test("every kind of secret is planted in some fixture", () => {
  const planted = new Set(events.flatMap((name) => plantedKeys(read(name))));
  for (const key of [
    "operator",
    "visitor_email",
    "host_email",
    "user_email",
    "visitor_name",
    "host_name",
    "user_name",
    "topic",
    "reserve_for",
    "passcode",
    "join_url",
    "questionnaire_response",
    "display_name",
    "email",
  ]) {
    expect(planted).toContain(key);
  }
});

test("the room's own addresses stay, other addresses do not", () => {
  const room = { event: "zoomroom.alert", payload: { object: { email: "r@x.example", calendar_id: "c@x.example" } } };
  expect(clean(room)).toEqual(room);
  expect(clean({ ...room, event: "user.created" })).toEqual({
    event: "user.created",
    payload: {
      object: { email: testPrivacy.pseudonym("r@x.example"), calendar_id: testPrivacy.pseudonym("c@x.example") },
    },
  });
});

test("events nobody has heard of are covered as deep as they go, whatever the case of a key", () => {
  expect(
    clean({ event: "new.thing", a: [{ b: { Passcode: 1, PASSWORD: {}, h323_password: "x", User_Name: "Ada" } }] }),
  ).toEqual({
    event: "new.thing",
    a: [{ b: { User_Name: testPrivacy.seal("Ada") } }],
  });
});

test("what is no text where a person is expected is not kept", () => {
  expect(
    clean({ user_name: { first: "Ada" }, topic: ["Ada"], operator: 7, host_name: null, visitor_name: "" }),
  ).toEqual({
    user_name: null,
    topic: null,
    operator: null,
    host_name: null,
    visitor_name: "",
  });
});

test("dropped names are null", () => {
  expect(redact({ topic: "Ada's birthday" }, dropping)).toEqual({ topic: null });
});

test.each([
  ["https://x.example/j/1?pwd=a", "https://x.example/j/1"],
  ["https://x.example/j/1#a?b", "https://x.example/j/1"],
  ["https://x.example/j/1?a\nb=c", "https://x.example/j/1"],
  ["https://x.example/j/1", "https://x.example/j/1"],
])("the join URL %j keeps no query", (given, kept) => {
  expect(clean({ join_url: given })).toEqual({ join_url: kept });
});

test("a __proto__ key stays a key and touches nothing", () => {
  const result = clean(JSON.parse('{"event":"x","__proto__":{"isAdmin":true,"passcode":"1"}}')) as object;
  expect(JSON.stringify(result)).toBe('{"event":"x","__proto__":{"isAdmin":true}}');
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test("is deep enough for what is received, and ends where nothing is", () => {
  const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
  expect(clean(nested(32))).toEqual(nested(32));
  expect(JSON.stringify(clean(nested(5_000)))).toHaveLength(64 * 6 + 4);
});

test("never throws, and is done after the first time", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (payload) => {
      const once = clean(payload);
      expect(clean(once)).toEqual(once);
    }),
  );
});

/** Names of the fields whose value has the marker somewhere inside. */
function plantedKeys(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = JSON.stringify(inner).toLowerCase().includes("planted") ? [key] : [];
    return [...here, ...plantedKeys(inner)];
  });
}
