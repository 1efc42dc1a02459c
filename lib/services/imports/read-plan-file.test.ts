import { describe, expect, test } from "vitest";
import { holderOf } from "@/lib/core/plan-nesting";
import { areaOf } from "@/lib/core/plan-polygon";
import { readPlanFile } from "./read-plan-file";
import { plainZip } from "./zip-entries";

/** m to degrees around Oslo, turned by 30°: buildings are seldom level with north. */
const TURN = Math.PI / 6;
const at = (x: number, y: number): [number, number] => {
  const [east, north] = [x * Math.cos(TURN) - y * Math.sin(TURN), x * Math.sin(TURN) + y * Math.cos(TURN)];
  return [10.75 + east / (111_320 * Math.cos((59.91 * Math.PI) / 180)), 59.91 + north / 111_320];
};
const box = (x: number, y: number, width: number, height: number) => ({
  type: "Polygon",
  coordinates: [[at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height), at(x, y)]],
});
const feature = (id: string, geometry: object | null, properties: object) => ({
  type: "Feature",
  id,
  geometry,
  properties,
});
const collection = (...features: object[]) => ({ type: "FeatureCollection", features });
const file = (document: unknown) => Buffer.from(JSON.stringify(document));
const zip = (files: Record<string, unknown>) =>
  plainZip(Object.entries(files).map(([name, document]) => ({ name, bytes: file(document) })));

const L0 = "11111111-1111-4111-8111-111111111111";
const L1 = "22222222-2222-4222-8222-222222222222";
const IMDF = {
  "manifest.json": { version: "1.0.0" },
  "building.geojson": collection(feature("b1", null, { name: { en: "Alder House" } })),
  "level.geojson": collection(
    feature(L1, box(0, 0, 40, 20), { name: { no: "Første", en: "First" }, ordinal: 1, building_ids: ["b1"] }),
    feature(L0, box(0, 0, 40, 20), { name: null, ordinal: 0 }),
  ),
  "unit.geojson": collection(
    feature("33333333-3333-4333-8333-333333333333", box(0, 0, 10, 8), {
      level_id: L1,
      category: "conferenceroom",
      name: { en: "Fjord" },
    }),
    feature("u2", box(10, 0, 30, 8), { level_id: L1, category: "room", name: null }),
    feature("u3", box(0, 8, 40, 2), { level_id: L1, category: "walkway", name: null }),
    feature("u4", box(0, 10, 9, 9), { level_id: L1, category: "opentobelow", name: null }),
    feature("u5", box(0, 0, 40, 20), { level_id: L0, category: "lobby", name: { en: "Lobby" } }),
  ),
  "fixture.geojson": collection(
    feature("f1", box(1, 1, 1.6, 0.8), { level_id: L1, category: "desk", name: { en: "Desk 1" } }),
    feature("f2", box(5, 5, 1, 1), { level_id: L1, category: "vegetation" }),
  ),
  "opening.geojson": collection(
    feature("o1", { type: "LineString", coordinates: [at(4, 8), at(5, 8)] }, { level_id: L1, category: "pedestrian" }),
  ),
  "anchor.geojson": collection(feature("a1", { type: "Point", coordinates: at(20, 4) }, { unit_id: "u2" })),
  "occupant.geojson": collection(feature("t1", null, { anchor_id: "a1", name: { en: "Accounting" } })),
};

describe("an IMDF archive", () => {
  test("levels become floors, units rooms by what they are, fixtures desks, openings doors", async () => {
    const { format, levels } = await readPlanFile(zip(IMDF));
    expect(format).toBe("imdf");
    expect(levels.map(({ name, ordinal, building }) => [name, ordinal, building])).toEqual([
      ["First", 1, "Alder House"],
      ["Level 0", 0, null],
    ]);
    const [first, ground] = levels.map(({ plan }) => plan.shapes);
    expect(first?.map(({ kind, edit }) => [kind, edit?.name])).toEqual([
      ["room", "Fjord"],
      ["room", "Accounting"],
      ["desk", "Desk 1"],
      ["wall", undefined],
      ["door", undefined],
    ]);
    expect(ground?.map(({ kind, edit }) => [kind, edit?.name])).toEqual([["zone", "Lobby"]]);
    expect(levels[0]?.leftOut).toBe(2);
    const [room, , desk] = first ?? [];
    expect(desk && holderOf(desk, first ?? [])).toBe(room);
  });

  test("is drawn level, to scale, all floors in one frame", async () => {
    const { levels } = await readPlanFile(zip(IMDF));
    const [first, ground] = levels.map(({ plan }) => plan);
    expect(ground?.aspect).toBe(first?.aspect);
    const width = first?.widthM ?? 0;
    expect(width).toBeGreaterThan(40);
    expect(width).toBeLessThan(44);
    const frame = width * (width / (first?.aspect ?? 1));
    const [room] = first?.shapes ?? [];
    expect(areaOf(room?.points ?? []) * frame).toBeCloseTo(80, 0);
    const [a, b] = room?.points ?? [];
    const isLevel = Math.abs((a?.[0] ?? 0) - (b?.[0] ?? 1)) < 1e-3 || Math.abs((a?.[1] ?? 0) - (b?.[1] ?? 1)) < 1e-3;
    expect(isLevel).toBe(true);
  });
});

describe("plain GeoJSON", () => {
  test("names, levels, categories, capacities and ids in the spellings of other tools", async () => {
    const { format, levels } = await readPlanFile(
      file(
        collection(
          feature("x", box(0, 0, 5, 5), {
            Name: "Birch",
            floor: 2,
            category: "Meeting room",
            seats: "8",
            room_number: "2.01",
          }),
          feature("y", box(5, 0, 5, 5), { title: "North", storey: "2", type: "open_space" }),
          feature("z", box(6, 1, 1, 1), { label: "D1", level: 2, type: "Workstation" }),
          feature("w", { type: "LineString", coordinates: [at(0, 0), at(9, 0)] }, { floor: 2, type: "wall" }),
          feature("p", { type: "Point", coordinates: at(0, 0) }, { floor: 2 }),
          feature(
            "q",
            { type: "MultiPolygon", coordinates: [box(0, 0, 5, 5).coordinates] },
            { floor: "Roof", name: "Deck" },
          ),
          { type: "nonsense" },
        ),
      ),
    );
    expect(format).toBe("geojson");
    expect(levels.map(({ name }) => name)).toEqual(["Level 2", "Roof"]);
    expect(levels[0]?.plan.shapes.map(({ kind, edit }) => ({ kind, ...edit }))).toEqual([
      { kind: "room", name: "Birch", capacity: 8, customId: "2.01" },
      { kind: "zone", name: "North", customId: "y" },
      { kind: "desk", name: "D1", customId: "z" },
      { kind: "wall" },
    ]);
  });

  test("numbers that are no longitudes are metres", async () => {
    const square = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [300, 0],
          [300, 150],
          [0, 150],
          [0, 0],
        ],
      ],
    };
    const { levels } = await readPlanFile(file(collection(feature("a", square, { name: "Hall" }))));
    expect(levels[0]?.plan.widthM).toBeCloseTo(318, 0);
  });

  test("what names hide is gone, and what is enormous is shortened", async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => at(Math.cos(i / 796) * 9, Math.sin(i / 796) * 9));
    const odd = feature("a", { type: "Polygon", coordinates: [many] }, { name: "Bir\u202ech\u0000", capacity: "1e9" });
    const { levels } = await readPlanFile(file(collection(odd)));
    const [shape] = levels[0]?.plan.shapes ?? [];
    expect(shape?.edit).toEqual({ name: "Bir ch", customId: "a" });
    expect(shape?.points.length).toBeLessThanOrEqual(500);
  });
});

test.each<[string, Buffer, RegExp]>([
  ["noise", Buffer.from("noise"), /neither an IMDF/],
  ["other JSON", file({ hello: 1 }), /no collection/],
  ["an empty collection", file(collection()), /nothing in this file/],
  [
    "nothing but points",
    file(collection(feature("p", { type: "Point", coordinates: [1, 1] }, {}))),
    /nothing in this file/,
  ],
  ["brackets without end", Buffer.from("[".repeat(1_000_000)), /neither an IMDF|no collection/],
  [
    "coordinates that are none",
    file(collection(feature("p", { type: "Polygon", coordinates: [[["a"], [null], [{}, 1]]] }, {}))),
    /nothing in this file/,
  ],
  ["more than we read", Buffer.alloc(9 << 20, " "), /larger than 8 MB/],
  ["an archive of something else", zip({ "readme.txt": "x" }), /no IMDF/],
  ["an archive that is cut off", zip(IMDF).subarray(0, 300), /damaged/],
  [
    "an archive with paths",
    zip({ "../../level.geojson": collection(), "/unit.geojson": collection() }),
    /nothing in this file/,
  ],
])("%s: a clear answer", async (_, bytes, expected) => {
  await expect(readPlanFile(bytes)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(expected),
  });
});
