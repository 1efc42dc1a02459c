import { expect, test } from "vitest";
import german from "../../catalogues/de.json" with { type: "json" };
import { english, textIn } from "../text";
import { say } from "../words";
import { asPush } from "./message-forms";
import { type Summed, summaryMessage } from "./summary-message";

const OSLO = { id: "1", name: "Oslo", timeZone: "Europe/Oslo" };
const BERGEN = { id: "2", name: "Bergen", timeZone: "Europe/Oslo" };
const AT = Date.UTC(2026, 10, 21, 10, 2);
const one = (id: number, more: Partial<Summed["alert"]> = {}, rest: Partial<Summed> = {}): Summed => ({
  alert: { id: String(id), title: say("Trouble {id}", { id }), severity: "notice", site: OSLO, ...more },
  ...{ isOver: false, at: AT + id, ...rest },
});
const many = (count: number) => Array.from({ length: count }, (_, i) => one(i));
const told = (all: Summed[], t = english) => summaryMessage(all, { id: "m", publicUrl: "https://occ.example", t });

test("says how many, where and since when by the clock of the site, and leads to the inbox", () => {
  const message = told(many(34));
  expect(message).toMatchObject({
    title: "34 more alerts in Oslo since 11:02",
    link: "https://occ.example/alerts?site=1",
    alertId: null,
  });
  expect(message.rows).toHaveLength(11);
  expect(message.rows.at(-1)).toEqual({ label: "More", text: "24 alerts" });
  expect(asPush(message)).toMatchObject({ tag: "alerts.summary", url: "/alerts?site=1" });
});

test("the gravest are named first, and an alert counts once", () => {
  const message = told([one(1), one(2, { severity: "warning" }), one(1)]);
  expect(message.title).toBe("2 more alerts in Oslo since 11:02");
  expect(message.rows.map(({ label }) => label)).toEqual(["Warning", "Notice"]);
  expect(message.severity).toBe("warning");
});

test.each([
  ["several sites", [one(1), one(2, { site: BERGEN })], "2 more alerts since 11:02", "/alerts"],
  ["no site", [one(1, { site: null })], "1 more alert since 10:02", "/alerts"],
  ["all of it over", [one(1, {}, { isOver: true })], "1 more alert has ended in Oslo since 11:02", "/alerts?site=1"],
  ["some of it over", [one(1), one(2, {}, { isOver: true })], "1 more alert in Oslo since 11:02", "/alerts?site=1"],
])("%s", (_, all, title, path) => {
  expect(told(all)).toMatchObject({ title, path });
});

test("in the language of who reads it", () => {
  expect(told(many(2), textIn("de", german)).title).toBe("2 weitere Alarme seit 11:02: Oslo");
});
