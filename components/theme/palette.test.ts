import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { PLATE_OPACITY } from "@/components/state/state-paint";
import { SPACE_STATES, type SpaceStateName } from "@/lib/core/space-state";
import { type Colour, contrast, lab, mix, parseHex, seenBy, VISIONS } from "./colour";
import { colourDifference } from "./colour-difference";

/** States that only their colour tells apart; the others have a pattern of their own. */
const PLAIN: readonly SpaceStateName[] = ["free", "held", "occupied", "away", "over"];

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), "utf8");
const css = read("tokens.css") + read("palettes.css");

type Scheme = "light" | "dark";

function blockOf(name: string): [string, string][] {
  const [, block = ""] = css.split(`/* ${name}:begin */`);
  const [own = ""] = block.split(`/* ${name}:end */`);
  return [...own.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? "", (m[2] ?? "").trim()]);
}

/** The colours of a scheme, with what a palette puts in their place. */
function tokens(scheme: Scheme, palette = "safe") {
  const values = new Map([...blockOf(scheme), ...blockOf(`${palette} ${scheme}`)]);
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

test.each(["classic", "contrast"])(
  "%s names the same colours in both schemes, and none that tokens.css lacks",
  (palette) => {
    const own = (scheme: Scheme) => new Set(blockOf(`${palette} ${scheme}`).map(([name]) => name));
    const known = new Set([...tokens("light").names, "--band-free"]);
    expect([...own("light")].filter((name) => !known.has(name))).toEqual([]);
    for (const state of PLAIN)
      expect(own("dark").has(`--st-${state}-fill`) && own("light").has(`--st-${state}-fill`)).toBe(true);
  },
);

/** What each promises: how well words and edges are read, and how far apart its plain states are, CIEDE2000. */
const PROMISES = [
  { palette: "safe", words: 4.5, edge: 3, apart: 11, apartForAll: 11 },
  // Red and green: who cannot tell them apart is left the lightness, icons and words.
  { palette: "classic", words: 4.5, edge: 3, apart: 15, apartForAll: 7 },
  { palette: "contrast", words: 7, edge: 4.5, apart: 11, apartForAll: 9 },
] as const;
const ALL = PROMISES.flatMap((promise) => (["light", "dark"] as const).map((scheme) => ({ ...promise, scheme })));

describe.each(ALL)("$palette $scheme", ({ scheme, palette, words: leastWords, edge, apart, apartForAll }) => {
  const { colour, text, has } = tokens(scheme, palette);
  const floor = colour("--plan-floor");
  const fill = (state: SpaceStateName) => (state === "unmonitored" ? floor : colour(`--st-${state}-fill`));

  test.each(SPACE_STATES)("%s: words are readable on the fill and on its pattern, and the edge is seen", (state) => {
    const words = colour(`--st-${state}-text`);
    const ink = `--st-${state}-ink`;
    const inked = has(ink) ? mix(colour(ink), fill(state), Number(text(`${ink}-a`))) : fill(state);
    expect(contrast(words, fill(state))).toBeGreaterThanOrEqual(leastWords);
    expect(contrast(words, inked)).toBeGreaterThanOrEqual(4.5);
    expect(
      Math.max(contrast(colour(`--st-${state}-stroke`), floor), contrast(fill(state), floor)),
    ).toBeGreaterThanOrEqual(edge);
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
        vision === "normal" ? apart : apartForAll,
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
