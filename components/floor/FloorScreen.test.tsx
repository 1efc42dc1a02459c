// @vitest-environment jsdom
import "@/lib/testing/setup-dom";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { FeedHealth } from "@/lib/core/feed-health";
import type { FloorSnapshot, FloorSummary, SpaceSnapshot } from "@/lib/core/floor";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { FloorScreen } from "./FloorScreen";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }), usePathname: () => "/floors/1" }));

/** The feed, with the test as its server. */
const listeners = new Map<string, (message: unknown) => void>();
const socket = {
  connected: true,
  on: (event: string, listener: (message: unknown) => void) => listeners.set(event, listener),
  off: () => undefined,
  emit: () => undefined,
  connect: () => undefined,
  io: { engine: { close: () => undefined } },
  timeout: () => ({ emitWithAck: async () => ({ ok: true, epoch: "e1", offset: 1 }) }),
};
vi.mock("@/lib/client/socket", () => ({ feedSocket: () => socket }));

const drawn = vi.hoisted(() => vi.fn());
vi.mock("@/components/state/state-words", async (load) => {
  const real = await load<typeof import("@/components/state/state-words")>();
  const spaceWords: typeof real.spaceWords = (space, ...rest) => {
    drawn(space.name);
    return real.spaceWords(space, ...rest);
  };
  return { ...real, spaceWords };
});

const now = new Date().toISOString();
const ago = (minutes: number, seconds = 0) =>
  new Date(Date.parse(now) - minutes * 60_000 - seconds * 1_000).toISOString();
function room(id: string, name: string, people: number | null, at = now): SpaceSnapshot {
  const source = aSource({ id: `s${id}`, name, assignedAt: now, lastReadingAt: now });
  const metrics = people === null ? {} : { occupancy: aValue(people, at, { source: source.id }) };
  return aSpace({ id, name, capacity: 4, metrics, sources: [source] });
}

const head = {
  id: "1",
  name: "Level 1",
  building: { id: "2", name: "Alder House" },
  site: { id: "3", name: "Riverside", timeZone: "UTC" },
};
const floors: FloorSummary[] = [
  { ...head, people: 99, spaces: 3, alerts: 0 },
  { ...head, id: "4", name: "Level 2", people: 7, spaces: 3, alerts: 0 },
];
const initial: FloorSnapshot = {
  floor: head,
  epoch: "e1",
  offset: 1,
  now,
  plan: null,
  spaces: [room("7", "Birch", 2), room("8", "Cedar", 0), room("9", "Quiet", null)],
};

// It is loaded when it is wanted, which a test need not wait for.
beforeAll(() => import("@/components/space/SpacePanel"));

// Ages are words about the clock: it stands still at the moment the floor is of.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(now) }));
afterEach(() => void vi.useRealTimers());

beforeEach(() => {
  listeners.clear();
  push.mockReset();
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
});

async function show(search = "", role = "admin") {
  const view = render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <NuqsTestingAdapter searchParams={search} hasMemory>
          <FloorScreen
            floors={floors}
            initial={initial}
            initialPlan={null}
            user={{ name: "Olga", email: "olga@x.org", role }}
          />
        </NuqsTestingAdapter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await act(async () => undefined); // the feed's answer
  // Cards and table are fetched when they are to be shown.
  if (initial.spaces.length > 0) await screen.findAllByText(initial.spaces[0]?.name ?? "");
  return view;
}

const card = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}, `) });
const hear = (event: string, message: unknown) => act(async () => listeners.get(event)?.(message));
const frame = (changes: SpaceSnapshot[]) => ({ floorId: "1", epoch: "e1", from: 1, to: 2, plan: null, changes });

test("a frame changes the card it is about, and only that one is drawn again", async () => {
  await show();
  drawn.mockClear();
  await hear("floor:changed", frame([room("8", "Cedar", 3)]));
  expect(card("Cedar").textContent).toContain("3 of 4");
  expect(new Set(drawn.mock.calls.flat())).toEqual(new Set(["Cedar"]));
});

test("a heartbeat draws no card", async () => {
  await show();
  drawn.mockClear();
  await hear("feed:heartbeat", { floorId: "1", epoch: "e1", offset: 1, now, floors: "" });
  expect(drawn).not.toHaveBeenCalled();
});

test("the floor has one number of people, whatever the list of floors says", async () => {
  await show();
  const tab = () => within(screen.getByRole("navigation", { name: "Floors" })).getByRole("link", { current: "page" });
  expect(tab().textContent).toBe("Level 1 2 in");
  await hear("floor:changed", frame([room("8", "Cedar", 3)]));
  expect(tab().textContent).toBe("Level 1 5 in");
  expect(screen.getByText("people").parentElement?.textContent).toBe("5 people");
});

test("the legend fades what it does not name, and a second click brings it back", async () => {
  await show();
  const legend = screen.getByRole("toolbar", { name: "Show one state only" });
  const free = within(legend).getByRole("button", { name: "Free 1" });
  await userEvent.click(free);
  expect([free.ariaPressed ?? free.getAttribute("aria-pressed"), card("Birch").dataset.dimmed]).toEqual([
    "true",
    "true",
  ]);
  expect(card("Cedar").dataset.dimmed).toBeUndefined();
  await userEvent.click(free);
  expect(card("Birch").dataset.dimmed).toBeUndefined();
});

test("a space is opened and closed by keyboard, and its card has the focus again", async () => {
  await show();
  card("Cedar").focus();
  await userEvent.keyboard("{Enter}");
  expect(await screen.findByRole("region", { name: "Cedar" })).toBeTruthy();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("region", { name: "Cedar" })).toBeNull();
  expect(document.activeElement).toBe(card("Cedar"));
});

test("[ and ] go to the floors beside this one, and not past the last", async () => {
  await show();
  await userEvent.keyboard("[[");
  expect(push).not.toHaveBeenCalled();
  await userEvent.keyboard("]");
  expect(push.mock.calls).toEqual([["/floors/4"]]);
});

test.each([
  [{ in: 3, expected: 5, out: 1 }, "Visitors: 3 in, 5 expected"],
  [{ in: 0, expected: 0, out: 0 }, undefined],
])("visitors of today %o are shown as %s", async (visitors, words) => {
  vi.stubGlobal("fetch", async (url: string) =>
    url === "/api/sites/3/visitors" ? Response.json(visitors) : new Promise(() => undefined),
  );
  await show();
  await vi.waitFor(() => expect(screen.queryByText(/^Visitors:/)?.textContent).toBe(words));
});

test("no reading is never shown as free or nobody", async () => {
  await show();
  expect(card("Quiet").textContent).toContain("Waiting");
  const free = screen.getByText("of 3 rooms free").parentElement;
  expect(free?.textContent).toBe("1 of 3 rooms free");
});

// The page's clock goes in steps of five seconds.
test.each([10, 25, 40, 59])(
  "the age of a stale count is exact to the minute, whatever the second (%d s)",
  async (seconds) => {
    await show();
    await hear("floor:changed", frame([room("8", "Cedar", 3, ago(38, seconds))]));
    expect(card("Cedar").textContent).toContain("38 min ago");
  },
);

test("a session that ended leads to the sign-in page and back", async () => {
  const assign = vi.fn();
  vi.stubGlobal("location", { ...window.location, pathname: "/floors/1", search: "?space=8", assign });
  await show();
  await hear("connect_error", new Error("unauthenticated"));
  expect(assign.mock.calls).toEqual([["/login?next=%2Ffloors%2F1%3Fspace%3D8"]]);
  vi.unstubAllGlobals();
});

test.each([
  ["All 3", ["Birch", "Cedar", "Quiet"]],
  ["Free 1", ["Cedar"]],
  ["Attention 0", []],
])("on a phone the pill %s leaves %j", async (name, left) => {
  vi.stubGlobal("matchMedia", (media: string) => ({
    media,
    matches: media.includes("max-width: 767px"),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  await show();
  const pill = screen.getByRole("button", { name });
  await userEvent.click(pill);
  expect(pill.getAttribute("aria-pressed")).toBe("true");
  const names = ["Birch", "Cedar", "Quiet"].filter((one) =>
    screen.queryByRole("button", { name: new RegExp(`^${one}, `) }),
  );
  expect(names).toEqual(left);
});

test.each(["admin", "viewer"])("a silent vendor is said to an %s, with what relies on it", async (role) => {
  const health: FeedHealth = {
    vendor: "butlr",
    configured: true,
    lastEventAt: ago(38, 5),
    perMinute: 0,
    lagP50Ms: null,
    lagP95Ms: null,
    duplicatesShare: null,
    refusedShare: null,
    quarantined: 0,
    unhandled: [],
    silentSince: ago(38, 5),
    usualPerHour: 60,
  };
  const items = [health, { ...health, vendor: "zoom", silentSince: null }];
  vi.stubGlobal("fetch", async () => Response.json({ now, items }));
  await show("", role);
  const since = new Date(Date.parse(ago(38, 5))).toISOString().slice(11, 16);
  const banner = await screen.findByText(/^Butlr has sent nothing since/);
  expect(banner.textContent).toContain("3 rooms may be out of date.");
  expect(screen.queryByText(/^Zoom has sent nothing/)).toBeNull();
  const link = screen.queryByRole("link", { name: "Feed health" });
  expect(link?.getAttribute("href")).toBe(role === "admin" ? "/admin/deliveries?vendor=butlr" : undefined);
  const strip = screen.getByRole("list", { name: "Feeds" });
  expect(within(strip).getByRole("button", { name: /^Butlr/ }).textContent).toContain("silent since");
  expect(within(strip).getByRole("button", { name: /^Butlr/ }).textContent).toContain(since);
  expect(within(strip).getByRole("button", { name: /^Zoom/ }).textContent).toBe("Zoom 38 min");
});
