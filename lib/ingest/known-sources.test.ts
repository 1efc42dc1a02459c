import { expect, test } from "vitest";
import type { PlaceStep } from "@/lib/core/observation";
import { sourceKey } from "@/lib/db/place-repository";
import { createKnownSources } from "./known-sources";

const source = { vendor: "zoom", kind: "room", externalId: "r1" } as const;
const step = (change: Partial<PlaceStep> = {}): PlaceStep => ({
  source,
  spaceKind: null,
  name: "Fjord",
  customId: null,
  attributes: { model: "Bar" },
  ...change,
});
const claim = (...path: PlaceStep[]) => ({ path, saidAtUs: 1 });
const site: PlaceStep = step({ source: { vendor: "zoom", kind: "site", externalId: "s1" } });

function knowing(...path: PlaceStep[]) {
  const known = createKnownSources();
  known.remember([claim(...path)], new Map([[sourceKey(source), 7]]));
  return known;
}

test.each([
  ["the same", step(), false],
  ["no name", step({ name: null }), false],
  ["no attributes", step({ attributes: {} }), false],
  ["another name", step({ name: "Vik" }), true],
  ["another model", step({ attributes: { model: "Board" } }), true],
  ["a model taken off", step({ attributes: { model: null } }), true],
  ["a label that is new", step({ attributes: { "label:room": "Fjord" } }), true],
])("a claim with %s: news %s", (_, said, isNews) => {
  expect(knowing(step()).unknown([claim(said)])).toHaveLength(isNews ? 1 : 0);
});

test("another way to it is news", () => {
  expect(knowing(step()).unknown([claim(site, step())])).toHaveLength(1);
});

test("of several claims about one source the newest word is looked up, in whatever order they came", () => {
  const [newer, older] = [{ ...claim(step({ name: "New" })), saidAtUs: 2 }, claim(step({ name: "Old" }))];
  expect(createKnownSources().unknown([newer, older])).toEqual([newer]);
  expect(createKnownSources().unknown([older, newer])).toEqual([newer]);
});

test("what is forgotten is looked up again", () => {
  const known = knowing(step());
  expect([known.idOf(source), known.forget(), known.idOf(source), known.forget()]).toEqual([7, true, undefined, false]);
  expect(known.unknown([claim(step())])).toHaveLength(1);
});
