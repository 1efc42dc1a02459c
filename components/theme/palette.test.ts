import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { PLATE_OPACITY } from "@/components/state/state-paint";
import { SPACE_STATES, type SpaceStateName } from "@/lib/core/space-state";
import { type Colour, contrast, lab, mix, parseHex, seenBy, VISIONS } from "./colour";
import { colourDifference } from "./colour-difference";

/** States that only their colour tells apart; the others have a pattern of their own. */
const PLAIN: readonly SpaceStateName[] = ["free", "held", "occupied", "away", "over"];

const css = readFileSync(path.join(import.meta.dirname, "tokens.css"), "utf8");

function tokens(scheme: "light" | "dark") {
  const [, block = ""] = css.split(`/* ${scheme}:begin */`);
  const [own = ""] = block.split(`/* ${scheme}:end */`);
  const values = new Map([...own.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? "", (m[2] ?? "").trim()]));
  const text = (name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${scheme} has no ${name}`);
    return value;
  };
  return {
    names: [...values.keys()].sort(),
    text,
    colour: (name: string): Colour => parseHex(text(name)),
    has: (name: string) => values.has(name),
  };
}

const pairs = <T>(all: readonly T[]) => all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));

test("both schemes name the same colours", () => {
  expect(tokens("dark").names).toEqual(tokens("light").names);
});

describe.each(["light", "dark"] as const)("%s", (scheme) => {
  const { colour, text, has } = tokens(scheme);
  const floor = colour("--plan-floor");
  const fill = (state: SpaceStateName) => (state === "unmonitored" ? floor : colour(`--st-${state}-fill`));

  test.each(SPACE_STATES)("%s: words are readable on the fill and on its pattern, and the edge is seen", (state) => {
    const words = colour(`--st-${state}-text`);
    const ink = `--st-${state}-ink`;
    const inked = has(ink) ? mix(colour(ink), fill(state), Number(text(`${ink}-a`))) : fill(state);
    expect(contrast(words, fill(state))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(words, inked)).toBeGreaterThanOrEqual(4.5);
    expect(
      Math.max(contrast(colour(`--st-${state}-stroke`), floor), contrast(fill(state), floor)),
    ).toBeGreaterThanOrEqual(3);
  });

  test.each([...PLAIN, "ghost"] as const)(
    "stale after %s: words are readable on the pale fill and on the plate over its hatch",
    (last) => {
      const pale = mix(fill(last), floor, 0.35);
      const hatch = mix(colour("--st-stale-ink"), pale, Number(text("--st-stale-ink-a")));
      expect(contrast(colour("--st-stale-text"), pale)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour("--st-stale-text"), mix(pale, hatch, PLATE_OPACITY))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(VISIONS)("the plain states differ for %s vision", (vision) => {
    for (const [a, b] of pairs(PLAIN)) {
      expect(colourDifference(seenBy(fill(a), vision), seenBy(fill(b), vision)), `${a}/${b}`).toBeGreaterThanOrEqual(
        11,
      );
    }
  });

  test("the plain states differ in grey", () => {
    for (const [a, b] of pairs(PLAIN))
      expect(Math.abs(lab(fill(a))[0] - lab(fill(b))[0]), `${a}/${b}`).toBeGreaterThanOrEqual(8);
  });

  test.each(["co2", "temp", "hum"])("%s: every band is readable and differs from its neighbours", (scale) => {
    for (let band = 1; band <= 5; band++) {
      expect(contrast(colour(`--${scale}-${band}-text`), colour(`--${scale}-${band}`))).toBeGreaterThanOrEqual(4.5);
      if (band === 1) continue;
      for (const vision of VISIONS) {
        const [lower, upper] = [colour(`--${scale}-${band - 1}`), colour(`--${scale}-${band}`)];
        expect(colourDifference(seenBy(lower, vision), seenBy(upper, vision))).toBeGreaterThanOrEqual(9);
      }
    }
  });

  test.each([
    ["--text", "--surface", 4.5],
    ["--text-2", "--surface-3", 4.5],
    ["--muted", "--surface", 4.5],
    ["--muted", "--canvas", 4.5],
    ["--faint", "--surface", 3],
    ["--accent", "--surface", 4.5],
    ["--accent", "--accent-soft", 4.5],
    ["--focus", "--surface", 3],
    ["--border-strong", "--surface", 3],
    ["--on-primary", "--primary", 4.5],
    ...["crit", "warn", "info", "ok", "past"].flatMap((name) => [
      [`--${name}`, "--surface", 4.5] as const,
      [`--${name}`, `--${name}-soft`, 4.5] as const,
    ]),
  ] as const)("%s on %s has a contrast of at least %d", (front, back, least) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least);
  });
});
