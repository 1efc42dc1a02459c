// @vitest-environment jsdom
import "@/lib/testing/setup-dom";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { FloorSnapshot, FloorSummary } from "@/lib/core/floor";
import type { FloorPlan, Point, PublishedPlan, Shape } from "@/lib/core/floor-plan";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { FloorScreen } from "./FloorScreen";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }), usePathname: () => "/floors/1" }));

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

const now = new Date().toISOString();
const room = (id: string, name: string, people: number) =>
  aSpace({
    id,
    name,
    capacity: 4,
    metrics: { occupancy: aValue(people, now, { source: `s${id}` }) },
    sources: [aSource({ id: `s${id}`, name, assignedAt: now, lastReadingAt: now })],
  });
const head = {
  id: "1",
  name: "Level 1",
  building: { id: "2", name: "Alder House" },
  site: { id: "3", name: "Riverside", timeZone: "UTC" },
};
const floors: FloorSummary[] = [{ ...head, people: 2, spaces: 3, alerts: 0 }];
const initial: FloorSnapshot = {
  floor: head,
  epoch: "e1",
  offset: 1,
  now,
  plan: 1,
  spaces: [room("7", "Birch", 2), room("8", "Cedar", 0), room("9", "Quiet", 1)],
};
const square = (x: number): Point[] => [
  [x, 0],
  [x + 0.2, 0],
  [x + 0.2, 0.3],
  [x, 0.3],
];
const shape = (spaceId: string, x: number): Shape => ({ id: `r${spaceId}`, kind: "room", points: square(x), spaceId });
const plan: FloorPlan = { aspect: 1.6, widthM: null, drawing: null, shapes: [shape("7", 0), shape("8", 0.3)] };
const published = (revision: number, change: Partial<FloorPlan> = {}): PublishedPlan => ({
  floorId: "1",
  revision,
  publishedAt: now,
  plan: { ...plan, ...change },
});

// It is loaded when it is wanted, which a test need not wait for.
beforeAll(() => Promise.all([import("@/components/space/SpacePanel"), import("./picks/PlanPicks")]));
beforeEach(() => {
  listeners.clear();
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
});

async function show(search = "") {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <NuqsTestingAdapter searchParams={search} hasMemory>
          <FloorScreen
            floors={floors}
            initial={initial}
            initialPlan={published(1)}
            user={{ name: "Olga", email: "olga@x.org", role: "viewer" }}
          />
        </NuqsTestingAdapter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await act(async () => undefined);
}

const drawing = () => screen.getByRole("group", { name: "Level 1, floor plan" });
const named = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}, `) });
const hear = (change: object) =>
  act(async () =>
    listeners.get("floor:changed")?.({ floorId: "1", epoch: "e1", from: 1, to: 2, plan: 1, changes: [], ...change }),
  );

test("a floor with a plan shows it, each space in its state and in the words of its card", async () => {
  await show();
  expect(
    within(drawing())
      .getAllByRole("button", { pressed: false })
      .map((one) => one.dataset.state),
  ).toEqual(["occupied", "free"]);
  expect(named("Birch").getAttribute("aria-label")).toMatch(/^Birch, in use, 2 of 4, since /);
});

test("what is not drawn is told beside the plan", async () => {
  await show();
  const strip = await screen.findByRole("region", { name: "Not on the plan" });
  expect(
    within(strip)
      .getAllByRole("button")
      .map((one) => one.textContent),
  ).toEqual([expect.stringMatching(/^Quiet, in use, 1 of 4, since .*Quiet1 of 4$/)]);
});

test("news colours the drawn room", async () => {
  await show();
  await hear({ changes: [room("8", "Cedar", 5)] });
  expect(named("Cedar").dataset.state).toBe("over");
});

test("a click opens the space, Escape closes it and gives the shape the focus back", async () => {
  await show();
  await userEvent.click(named("Cedar"));
  expect(await screen.findByRole("region", { name: "Cedar" })).toBeDefined();
  expect(named("Cedar").getAttribute("aria-pressed")).toBe("true");
  await userEvent.keyboard("{Escape}");
  expect(document.activeElement).toBe(named("Cedar"));
});

const PICKED = "2 spaces2 people, room for 8";
const pickedOf = (...names: string[]) => names.map((name) => named(name).getAttribute("aria-pressed"));

test("with Shift spaces are picked, told together, and let go one by one or all at once", async () => {
  await show();
  const user = userEvent.setup();
  await user.keyboard("{Shift>}");
  await user.click(named("Birch"));
  await user.click(named("Cedar"));
  await user.keyboard("{/Shift}");
  expect(await screen.findByText("2 spaces")).toBeDefined();
  expect(screen.getByText("2 spaces").closest("[role=status]")?.textContent).toBe(PICKED);
  expect(screen.queryByRole("region", { name: "Cedar" })).toBeNull();
  expect(pickedOf("Birch", "Cedar")).toEqual(["true", "true"]);
  const compare = screen.getByRole("link", { name: "Compare in History" });
  expect(compare.getAttribute("href")).toBe("/history?spaces=7,8");
  expect(screen.queryByRole("link", { name: "Edit together" })).toBeNull();
  act(() => named("Cedar").focus());
  await user.keyboard("{Shift>}{Enter}{/Shift}");
  expect(pickedOf("Birch", "Cedar")).toEqual(["true", "false"]);
  await user.keyboard("{Escape}");
  expect(pickedOf("Birch", "Cedar")).toEqual(["false", "false"]);
  expect(screen.queryByRole("link", { name: "Compare in History" })).toBeNull();
});

test("a link shows the same spaces picked; what is not here does not count", async () => {
  await show("?picks=7,99,8");
  expect(await screen.findByText("2 spaces")).toBeDefined();
});

test("cards are an equal view, one press away", async () => {
  await show();
  await userEvent.click(screen.getByRole("button", { name: "Cards" }));
  expect(screen.queryByRole("group", { name: "Level 1, floor plan" })).toBeNull();
  expect(await screen.findByRole("region", { name: "Rooms" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Plan" }));
  expect(drawing()).toBeDefined();
});

test("the legend's filter lets the other shapes fall back", async () => {
  await show("?state=free");
  expect([named("Birch").dataset.dimmed, named("Cedar").dataset.dimmed]).toEqual(["true", undefined]);
});

test("after a publishing the old plan stays until the new one is here", async () => {
  await show();
  let answer: (response: Response) => void = () => undefined;
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return new Promise<Response>((resolve) => {
      answer = resolve;
    });
  });
  await hear({ plan: 2 });
  expect(asked).toContain("/api/floors/1/plan");
  expect(within(drawing()).getAllByRole("button", { pressed: false })).toHaveLength(2);
  await act(async () => answer(Response.json(published(2, { shapes: [...plan.shapes, shape("9", 0.6)] }))));
  expect(await within(drawing()).findByRole("button", { name: /^Quiet, / })).toBeDefined();
  expect(screen.queryByRole("region", { name: "Not on the plan" })).toBeNull();
});

test("a plan that is taken back leaves the cards", async () => {
  await show();
  await hear({ plan: null });
  expect(await screen.findByRole("region", { name: "Rooms" })).toBeDefined();
});
