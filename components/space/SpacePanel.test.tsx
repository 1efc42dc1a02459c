// @vitest-environment jsdom
import "@/lib/testing/setup-dom";
import "@/components/charts/Timeline"; // fetched here, so that waiting for it is no race
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { FloorHead, SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceDay } from "@/lib/core/space-day";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { SpacePanel } from "./SpacePanel";

const at = (time: string) => `2026-11-17T${time}:00.000Z`;
const now = Date.parse(at("10:42"));
const floor: FloorHead = {
  id: "1",
  name: "Level 1",
  building: { id: "2", name: "Alder House" },
  site: { id: "3", name: "Riverside", timeZone: "UTC" },
};

const butlr = aSource({ name: "Birch sensor", lastReadingAt: at("10:41") });
const count = (value: number, observedAt: string, since: string): SpaceSnapshot["metrics"] => ({
  occupancy: aValue(value, observedAt, { since }),
});

const birch = aSpace({
  parentId: "1",
  type: "MEETING_ROOM",
  state: "occupied",
  since: at("10:03"),
  metrics: count(7, at("10:41"), at("10:03")),
  sources: [butlr],
});

/** What the server says of the day; of all else it knows nothing. */
const answers = vi.fn<(url: string, init?: RequestInit) => Promise<Response>>();
const unknown = async () => Response.json({ code: "not-found", title: "Nothing" }, { status: 404 });
const points: SpaceDay["states"] = [
  { at: at("00:00"), state: "free" },
  { at: at("10:03"), state: "occupied" },
];
const people: NonNullable<SpaceDay["people"]>["points"] = [
  { at: at("00:00"), value: 0 },
  { at: at("10:03"), value: 8 },
  { at: at("10:05"), value: 3, firstValue: 9, correctedAt: at("10:06") },
  { at: at("10:20"), value: 7 },
];
const day = (change: Partial<SpaceDay> = {}) =>
  Response.json({
    spaceId: "7",
    date: "2026-11-17",
    timeZone: "UTC",
    from: at("00:00"),
    to: "2026-11-18T00:00:00.000Z",
    now: at("10:42"),
    capacity: 10,
    working: null,
    holiday: null,
    states: points,
    people: { metric: "occupancy", unit: "people", points: people },
    air: [],
    bookings: [],
    swaps: [],
    ...change,
  } satisfies SpaceDay);

/** The row of a day as a screen reader finds it. */
const timeline = () => screen.findByRole("slider", { name: /^From 07:00 to 10:42/ });

beforeEach(() => {
  answers.mockReset().mockImplementation(async () => day());
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => (url.includes("/day?") ? answers(url, init) : unknown()));
});

function page(space: SpaceSnapshot, onClose: () => void, variant: "panel" | "page") {
  return (
    <MantineProvider env="test">
      <SpacePanel space={space} floor={floor} now={now} onClose={onClose} variant={variant} />
    </MantineProvider>
  );
}

function show(space: Partial<SpaceSnapshot> = {}, variant: "panel" | "page" = "panel") {
  const onClose = vi.fn();
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const view = render(page({ ...birch, ...space }, onClose, variant), { wrapper });
  const update = (next: Partial<SpaceSnapshot>) => view.rerender(page({ ...birch, ...next }, onClose, variant));
  return { onClose, update, panel: screen.getByRole("region", { name: "Birch" }) };
}

describe("what it says", () => {
  test.each<{ state: string; space: Partial<SpaceSnapshot>; says: string[]; why: string }>([
    { state: "occupied", space: {}, says: ["In use", "7 of 10", "since 10:03", "Butlr 7 · 1 min ago"], why: "In use" },
    {
      state: "free",
      space: { metrics: count(0, at("10:41"), at("09:55")) },
      says: ["Free 10 seats", "since 09:55", "Butlr 0 · 1 min ago"],
      why: "Free",
    },
    {
      state: "over",
      space: { capacity: 6, metrics: count(8, at("10:41"), at("10:31")) },
      says: ["Over capacity", "8 of 6", "since 10:31"],
      why: "Over capacity",
    },
    {
      state: "without a capacity",
      space: { capacity: null, metrics: count(1, at("10:41"), at("10:31")) },
      says: ["In use", "1 person"],
      why: "In use",
    },
    {
      state: "stale",
      space: { metrics: count(1, at("10:04"), at("10:00")) },
      says: ["Stale", "1 ?", "38 min ago", "Butlr 1 · at 10:04"],
      why: "Stale",
    },
    {
      state: "unknown",
      space: { metrics: {} },
      says: ["Waiting", "–", "Waiting for the first reading"],
      why: "Waiting",
    },
    {
      state: "unmonitored",
      space: { metrics: {}, sources: [] },
      says: ["No sensor", "–", "Not monitored: no sensor mapped"],
      why: "No sensor",
    },
  ])("of a space that is $state", ({ space, says, why }) => {
    const { panel } = show(space);
    const texts = [...panel.querySelectorAll("p, span")].map((element) => element.textContent);
    for (const words of says) expect(texts).toContain(words);
    expect(screen.getByRole("button", { name: new RegExp(`^Why “${why}”\\?`) })).toBeDefined();
  });

  test.each([{ metrics: {} }, { metrics: {}, sources: [] }])("never a zero where nothing is known", (space) => {
    const { panel } = show(space);
    expect(within(panel).queryByText(/^0/)).toBeNull();
  });

  test("a change of state or count is announced, the passing of time is not", () => {
    const { update } = show();
    const status = screen.getByRole("status");
    expect(status.textContent).toBe("Birch, in use, 7 of 10");
    update({ metrics: count(7, at("10:42"), at("10:03")) });
    expect(status.textContent).toBe("Birch, in use, 7 of 10");
    update({ metrics: count(0, at("10:42"), at("10:42")) });
    expect(status.textContent).toBe("Birch, free");
  });
});

test("why: the rule that decided and the readings it took and left", async () => {
  const smoothed = { value: 5, observedAt: at("10:38"), receivedAt: at("10:39"), since: at("10:03"), source: "9" };
  show({ metrics: { ...birch.metrics, occupancySmoothed: smoothed } });
  await userEvent.click(screen.getByRole("button", { name: /^Why.*1 used · 1 ignored/ }));
  expect(await screen.findByText("Count above 0 and within capacity.")).toBeDefined();
  const rows = within(screen.getByRole("table", { name: "Readings" })).getAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    "Butlr people countminute 10:41 · arrived at once7",
    "Butlr people count, smoothedminute 10:38 · arrived 1 min later · the plain count ranks higher5",
  ]);
});

describe("the day", () => {
  test("is a few sentences for whoever cannot see it, moment by moment by the arrow keys, and a table", async () => {
    show();
    const axis = await timeline();
    expect(axis.getAttribute("aria-label")).toMatch(/Most people: 8 at 10:03\. 1 value restated\.$/);
    expect(axis.getAttribute("aria-valuetext")).toBe("10:41, In use, 7 people");
    axis.focus();
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(axis.getAttribute("aria-valuetext")).toBe("10:15, In use, 3 people, 9 → 3, corrected 10:06");
    await userEvent.click(screen.getByRole("button", { name: "Show as table" }));
    const rows = within(screen.getByRole("table", { name: "The day as a table" }))
      .getAllByRole("row")
      .slice(-3);
    expect(rows.map((row) => row.textContent)).toEqual([
      "10:03–10:05In use8",
      "10:05–10:20In use39 → 3, corrected 10:06",
      "10:20–nowIn use7",
    ]);
  });

  test("is the site's, and the days before it are a step away", async () => {
    show();
    await timeline();
    expect(answers).toHaveBeenCalledWith("/api/spaces/7/day?date=2026-11-17", expect.anything());
    expect(screen.getByRole("button", { name: "Next day" }).hasAttribute("disabled")).toBe(true);
    await userEvent.click(screen.getByRole("button", { name: "Previous day" }));
    expect(answers).toHaveBeenLastCalledWith("/api/spaces/7/day?date=2026-11-16", expect.anything());
    expect(screen.getByRole("heading", { name: "Mon 16 Nov" })).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Back to today" }));
    expect(screen.getByRole("heading", { name: "Today" })).toBeDefined();
  });

  test("offers to try again when history does not answer", async () => {
    answers.mockImplementationOnce(async () => Response.json({ code: "unavailable", title: "Away" }, { status: 503 }));
    show();
    expect((await screen.findByRole("alert")).textContent).toContain("History is not answering. Live is fine.");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await timeline();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("without a reading says so and draws nothing", async () => {
    answers.mockImplementation(async () => day({ states: [{ at: at("00:00"), state: "unknown" }], people: null }));
    show({ metrics: {} });
    expect(await screen.findByText("No reading today")).toBeDefined();
    expect(screen.queryByRole("slider")).toBeNull();
  });

  test("is asked for again after a new reading, once for a burst", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { update } = show();
    await timeline();
    update({ metrics: count(8, at("10:42"), at("10:03")) });
    update({ metrics: count(9, at("10:42"), at("10:03")) });
    expect(answers).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3_500);
    expect(answers).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(answers).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});

test("a late source is called late, one that reports changes only is not", () => {
  const changesOnly = { ...butlr, id: "8", name: "Quiet", expectedIntervalMs: null, lastReadingAt: at("01:00") };
  show({
    metrics: count(7, at("10:04"), at("10:03")),
    sources: [{ ...butlr, lastReadingAt: at("10:04") }, changesOnly],
  });
  const items = within(screen.getByRole("region", { name: "Sources" })).getAllByRole("listitem");
  expect(items.map((item) => item.textContent)).toEqual([
    "Butlr room · Birch sensor38 min ago7 peoplereports every minuteLate: silent for longer than 10 min",
    "Butlr room · Quiet9 h agoreports changes only",
  ]);
});

describe("beyond the count", () => {
  const dt = aSource({
    id: "8",
    vendor: "disruptive",
    kind: "device",
    name: "Window",
    expectedIntervalMs: null,
    lastReadingAt: at("10:40"),
    online: true,
    battery: 87,
    signal: 62,
  });
  const texts = (name: string, role = "listitem") =>
    within(screen.getByRole("region", { name }))
      .getAllByRole(role)
      .map((item) => item.textContent);

  test("the air, value by value, and who measured it", async () => {
    const metrics = {
      co2: aValue(1040, at("10:40"), { source: "8" }),
      pressure: aValue(101_325, at("10:40"), { source: "8" }),
      humidity: aValue(41, at("05:42"), { source: "8" }),
    };
    show({ metrics, sources: [dt] });
    expect(texts("Air")).toEqual([
      "CO₂1040 ppmElevated2 min ago",
      "Humidity41 %RH5 h ago",
      "Air pressure1013 hPa2 min ago",
    ]);
    await userEvent.tab();
    while (!document.activeElement?.textContent?.startsWith("CO₂1040")) await userEvent.tab();
    expect((await screen.findByRole("tooltip")).textContent).toBe(
      "Disruptive Technologies CO₂ sensor · Window, measured 10:40. Good below 900\u2009ppm, act from 1200\u2009ppm · built-in limits",
    );
  });

  test("bookings, without who", () => {
    const booking = { startsAt: at("10:30"), endsAt: at("11:00"), checkedInAt: null, checkedOutAt: null };
    show({ bookings: [booking] });
    expect(texts("Bookings")).toEqual(["Now 10:30–11:00 not checked in"]);
  });

  test("troubles, and which of them end by themselves", () => {
    const trouble = { source: "8", code: "battery", phase: "raised", severity: "minor", since: at("09:41") } as const;
    show({
      sources: [dt],
      alerts: [
        { ...trouble, text: "Battery at 20 %" },
        { ...trouble, code: "passcode", phase: "noted", severity: "info", text: "Wrong room passcode entered" },
      ],
    });
    expect(texts("Troubles")).toEqual([
      "Battery at 20 %Minor · since 09:41 · DT device · Window",
      "Wrong room passcode enteredNotice · seen 09:41, will expire · DT device · Window",
    ]);
  });

  test("every source with its own values and health", () => {
    const zoom = aSource({ id: "6", vendor: "zoom", kind: "sensor", name: "Birch", lastReadingAt: at("10:40") });
    const offline = { ...dt, id: "5", name: "Door", online: false, offlineAt: at("09:41"), lastReadingAt: at("09:12") };
    show({
      metrics: {
        ...birch.metrics,
        motion: aValue(1, at("10:38"), { source: "8" }),
        temperature: aValue(22.4, at("10:40"), { source: "8" }),
      },
      others: [
        { ...aValue(3, at("10:40"), { source: "6" }), metric: "occupancy" },
        { ...aValue(0, at("09:12"), { source: "5" }), metric: "motion" },
      ],
      sources: [butlr, dt, zoom, offline],
    });
    expect(texts("Sources")).toEqual([
      "Butlr room · Birch sensor1 min ago7 peoplereports every minute",
      "DT motion sensor · Window2 min agomotion · 4 min ago22.4\u2009°Conline · battery 87\u2009% · signal 62\u2009%",
      "Zoom Room sensor · Birch2 min ago3 people",
      "DT motion sensor · Door1 h agoOffline since 09:41no motionbattery 87\u2009% · signal 62\u2009%",
    ]);
  });

  test("nothing of it where nothing is known", () => {
    show();
    for (const name of ["Air", "Bookings", "Troubles"]) expect(screen.queryByRole("region", { name })).toBeNull();
  });
});

test("the panel has a way out", async () => {
  const { onClose } = show();
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledOnce();
});

test("a page of its own leaves the way out to its header", () => {
  show({}, "page");
  expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
});
