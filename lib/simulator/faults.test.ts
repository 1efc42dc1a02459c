import { describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import { planMinute } from "./butlr-feed";
import { butlrPlaces } from "./butlr-places";
import { FAULTS, type Fault, spoil, withFaults } from "./faults";

const MINUTE = Date.parse("2026-11-17T10:00:00Z");
const planned = planMinute({ places: butlrPlaces(demoBuilding), countAt: () => 3, measured: false }, MINUTE);
const inject = (...faults: Fault[]) => withFaults(new Set(faults), planned);

describe("withFaults", () => {
  it("changes nothing without a fault", () => {
    expect(inject()).toEqual(planned);
  });

  it("sends copies later", () => {
    const posts = inject("duplicates");
    expect(posts.length).toBeGreaterThan(planned.length * 1.2);
    expect(new Set(posts.map((post) => post.body))).toEqual(new Set(planned.map((post) => post.body)));
  });

  it("turns the order round", () => {
    const bodies = (posts: readonly { dueAt: number; body: string }[]) =>
      posts.toSorted((a, b) => a.dueAt - b.dueAt).map((post) => post.body);
    expect(bodies(inject("reorder"))).not.toEqual(bodies(planned));
    expect(inject("reorder")).toHaveLength(planned.length);
  });

  it("holds some back for minutes", () => {
    const delays = inject("late").map((post, index) => post.dueAt - (planned[index]?.dueAt ?? 0));
    expect(delays.filter((delay) => delay >= 120_000).length).toBeGreaterThan(0);
    expect(delays.filter((delay) => delay === 0).length).toBeGreaterThan(planned.length / 2);
  });

  it("adds forged and malformed posts to the good ones", () => {
    const posts = inject("bad-signature", "malformed");
    expect(posts.filter((post) => post.forged).length).toBeGreaterThan(0);
    const good = new Set(planned.map((post) => post.body));
    expect(posts.filter((post) => !good.has(post.body)).length).toBeGreaterThan(0);
    for (const post of planned) expect(posts).toContainEqual(post);
  });

  it("does the same to the same posts", () => {
    expect(inject(...FAULTS)).toEqual(inject(...FAULTS));
  });
});

describe("spoil", () => {
  it("always spoils, in more than one way", () => {
    const spoiled = planned.map(({ body }) => spoil(body));
    expect(spoiled.filter((body, index) => body === planned[index]?.body)).toEqual([]);
    const isJson = (text: string) => {
      try {
        return Boolean(JSON.parse(text));
      } catch {
        return false;
      }
    };
    expect(new Set(spoiled.map(isJson))).toEqual(new Set([true, false]));
  });
});
