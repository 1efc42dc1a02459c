import type { BuildingSpace } from "./building";
import { gathering, type Presence, visits } from "./presence";
import { seededInteger, seededRandom } from "./seeded-random";

/** How full the building is on each weekday, Monday first: Tuesday is office day, Friday is not, the weekend is nobody's. */
const ATTENDANCE = [0.72, 1, 0.94, 0.97, 0.55, 0.04, 0.02];

const at = (hour: number, minute = 0) => hour * 60 + minute;

interface Day {
  readonly attendance: number;
  readonly seed: string;
}

type Plan = (space: BuildingSpace, day: Day) => Presence[];

/** Everybody who is in a space on one day. `type` is the type of building.json; an unknown one is a meeting room. */
export function workingDay(space: BuildingSpace, date: string, weekday: number, seed: string): Presence[] {
  const day = { attendance: ATTENDANCE[weekday - 1] ?? 0, seed: `${seed}/${space.id}/${date}` };
  return (PLANS.get(space.type) ?? meetings)(space, day);
}

const meetings: Plan = (space, { attendance, seed }) => {
  const presences: Presence[] = [];
  let start = at(8, 30);
  for (let n = 0; start < at(17, 30); n++) {
    const length = [30, 30, 45, 60, 60, 90][seededInteger(0, 5, seed, "length", n)] ?? 30;
    const wanted = start >= at(12) && start < at(13) ? 0.2 : 0.68;
    const takesPlace = seededRandom(seed, "booked", n) < wanted * attendance;
    if (takesPlace) {
      const people = seededInteger(2, space.capacity, seed, "people", n);
      presences.push(...gathering(start, start + length, people, 4, `${seed}/${n}`));
    }
    start += takesPlace ? length + seededInteger(0, 2, seed, "pause", n) * 15 : 30;
  }
  return presences;
};

/** Two meetings a day for which the room is too small, and small ones around them. */
const boardroom: Plan = (space, day) => {
  if (day.attendance < 0.1) return [];
  const small = seededInteger(4, space.capacity - 6, day.seed, "small");
  return [
    ...gathering(at(8, 45), at(9, 30), small, 4, `${day.seed}/first`),
    ...gathering(at(10), at(11, 20), space.capacity + 2, 4, `${day.seed}/morning`),
    ...gathering(at(14), at(15, 30), space.capacity + 2, 4, `${day.seed}/afternoon`),
    ...gathering(at(16), at(17), small - 2, 5, `${day.seed}/last`),
  ];
};

const halfDays =
  (from: number, to: number, chance: number): Plan =>
  (space, { attendance, seed }) =>
    [at(9), at(13)].flatMap((start) => {
      if (seededRandom(seed, "half", start) >= chance * attendance) return [];
      const people = Math.round(space.capacity * (from + (to - from) * seededRandom(seed, "size", start)));
      return gathering(start, start + 165, people, 12, `${seed}/${start}`);
    });

const alone: Plan = (_space, { attendance, seed }) => {
  const presences: Presence[] = [];
  let start = at(8) + seededInteger(0, 60, seed, "first");
  for (let n = 0; start < at(17); n++) {
    const length = seededInteger(20, 75, seed, "stay", n);
    if (seededRandom(seed, "comes", n) < 0.65 * attendance) {
      const people = seededRandom(seed, "pair", n) < 0.15 ? 2 : 1;
      presences.push(...gathering(start, start + length, people, 2, `${seed}/${n}`));
    }
    start += length + seededInteger(5, 50, seed, "gap", n);
  }
  return presences;
};

/** Comes, goes to lunch, is away for meetings and coffee, goes home. */
const desk: Plan = (_space, { attendance, seed }) => {
  if (seededRandom(seed, "comes") > 0.78 * attendance) return [];
  const leaves = at(16, 45) + seededInteger(-60, 50, seed, "leaves");
  const breaks = [
    { from: at(11, 50) + seededInteger(-15, 40, seed, "lunch"), length: seededInteger(28, 48, seed, "eats") },
    ...[0, 1, 2, 3].map((n) => ({
      from: at(9) + n * 115 + seededInteger(0, 80, seed, "away", n),
      length: seededInteger(8, 50, seed, "gone", n),
    })),
  ].sort((a, b) => a.from - b.from);
  const presences: Presence[] = [];
  let sits = at(8, 40) + seededInteger(-45, 60, seed, "arrives");
  for (const { from, length } of breaks) {
    if (from > sits && from < leaves) presences.push({ from: sits, to: from });
    sits = Math.max(sits, from + length);
  }
  return sits < leaves ? [...presences, { from: sits, to: leaves }] : presences;
};

const cafe: Plan = ({ capacity }, { attendance, seed }) =>
  visits(
    [
      { at: at(8, 40), spread: 45, visits: capacity * 0.7 * attendance },
      { at: at(12, 10), spread: 50, visits: capacity * 1.7 * attendance },
      { at: at(15), spread: 60, visits: capacity * 0.7 * attendance },
    ],
    [9, 30],
    seed,
  );

const lounge: Plan = ({ capacity }, { attendance, seed }) =>
  visits(
    [
      { at: at(10, 30), spread: 120, visits: capacity * 1.5 * attendance },
      { at: at(14, 45), spread: 120, visits: capacity * 1.5 * attendance },
    ],
    [10, 40],
    seed,
  );

const passingThrough: Plan = (_space, { attendance, seed }) =>
  visits([{ at: at(13), spread: 280, visits: 45 * attendance }], [2, 5], seed);

const PLANS: ReadonlyMap<string, Plan> = new Map([
  ["meeting", meetings],
  ["boardroom", boardroom],
  ["training", halfDays(0.5, 0.95, 0.65)],
  ["project", halfDays(0.3, 0.85, 0.75)],
  ["focus", alone],
  ["quiet", alone],
  ["desk", desk],
  ["desks", passingThrough],
  ["support", passingThrough],
  ["café", cafe],
  ["lounge", lounge],
]);
