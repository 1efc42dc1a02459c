import { expect, test } from "vitest";
import { vendorName } from "@/components/vendors/vendor-name";
import type { SpaceSource } from "@/lib/core/floor";
import type { Metric } from "@/lib/core/metric";
import { english } from "@/lib/core/text";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { connectionWords, healthWords, isOffline, sourceWords } from "./source-words";

const at = (time: string) => `2026-11-17T${time}:00.000Z`;
const moment = { now: Date.parse(at("10:42")), timeZone: "UTC" };

test.each<[Partial<SpaceSource>, Metric[], string]>([
  [{ vendor: "butlr", kind: "room" }, ["occupancy"], "Butlr room · Birch"],
  [{ vendor: "disruptive", kind: "device" }, ["motion", "temperature"], "DT motion sensor · Birch"],
  [{ vendor: "disruptive", kind: "device" }, ["deskOccupied"], "DT desk sensor · Birch"],
  [{ vendor: "disruptive", kind: "device" }, ["humidity", "temperature"], "DT humidity sensor · Birch"],
  [{ vendor: "disruptive", kind: "device" }, ["co2", "humidity", "temperature"], "DT CO₂ sensor · Birch"],
  [{ vendor: "disruptive", kind: "device" }, [], "DT device · Birch"],
  [{ vendor: "zoom", kind: "sensor" }, ["occupancy", "co2"], "Zoom Room sensor · Birch"],
  [{ vendor: "zoom", kind: "workspace" }, [], "Zoom workspace · Birch"],
])("%o that measures %j is %s", (change, measures, words) => {
  const source = aSource(change);
  const metrics = Object.fromEntries(measures.map((metric) => [metric, aValue(1, at("10:40"))]));
  expect(sourceWords(source, aSpace({ metrics, sources: [source] }))).toBe(words);
});

test("a vendor is written in full where there is space", () => {
  expect(sourceWords(aSource({ vendor: "disruptive", kind: "device" }), aSpace(), english, vendorName)).toBe(
    "Disruptive Technologies device · Birch",
  );
});

test.each<[Partial<SpaceSource>, string, boolean]>([
  [{}, "", false],
  [{ online: true }, "online", false],
  [{ online: false, offlineAt: at("09:41") }, "Offline since 09:41", true],
  [{ online: false, offlineAt: at("09:41"), lastReadingAt: at("09:41") }, "Offline since 09:41", true],
  [{ online: false, offlineAt: at("09:41"), lastReadingAt: at("10:02") }, "reported offline 09:41, heard since", false],
])("the connection of %o is “%s”", (change, words, offline) => {
  const source = aSource(change);
  expect([connectionWords(source, moment, english), isOffline(source)]).toEqual([words, offline]);
});

test("health is told as far as it is known", () => {
  expect(healthWords({ battery: 87, signal: 61.6 }, english)).toBe("battery 87\u2009% · signal 62\u2009%");
  expect(healthWords({ battery: null, signal: 0 }, english)).toBe("signal 0\u2009%");
  expect(healthWords({ battery: null, signal: null }, english)).toBe("");
});
