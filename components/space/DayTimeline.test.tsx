// @vitest-environment jsdom
import "@/lib/testing/setup-dom";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { prepareTimeline } from "@/components/charts/prepare-timeline";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { english } from "@/lib/core/text";
import { aDay, DAY_ZONE, iso, local } from "@/lib/testing/day-fixture";
import { DayTimeline } from "./DayTimeline";

const day = aDay([
  ["08:00", 2],
  ["09:30", 0],
]);
const timeline = prepareTimeline(day, {
  ...{ now: local("10:42"), window: "hours", paleMs: 0, t: english },
  limits: BUILT_IN_LIMITS,
});
const asked: { url: string; body: unknown }[] = [];
vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
  asked.push({ url, body: JSON.parse(String(init?.body)) });
  return Response.json({ title: "Not now.", code: "internal" }, { status: 500 });
});

beforeAll(() => Promise.all([import("@/components/charts/Timeline"), import("./SpanTools")]));
afterEach(cleanup);

async function show(mayExclude = true) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <DayTimeline
          timeline={timeline}
          limits={BUILT_IN_LIMITS}
          space={{ id: "7", name: "Birch" }}
          floorId="1"
          mayExclude={mayExclude}
        />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const axis = await screen.findByRole("slider");
  // 07 to 19: a pixel is a minute.
  axis.getBoundingClientRect = () => ({ left: 0, width: 720, top: 0, height: 200 }) as DOMRect;
  return { axis, user: userEvent.setup() };
}

const said = () => screen.getByRole("status").textContent;
const items = () => screen.getAllByRole("menuitem").map((item) => item.textContent);

test("by keys: Shift selects from now back, Enter says what can be done, Escape goes back step by step", async () => {
  const { axis, user } = await show();
  axis.focus();
  await user.keyboard("{Shift>}{ArrowLeft}{PageDown}{/Shift}");
  expect(said()).toBe("09:40–10:42 selected, 1 h 2 min");
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("menu")).toBeDefined();
  expect(items()).toEqual(["Leave out of figures …", "Save as CSV", "Open on the plan"]);
  const plan = screen.getByRole("menuitem", { name: "Open on the plan" });
  expect(plan.getAttribute("href")).toBe("/floors/1?space=7&t=2026-11-17T08%3A40%3A00Z");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(axis);
  expect(said()).toBe("09:40–10:42 selected, 1 h 2 min");
  await user.keyboard("{Escape}");
  expect(said()).toBe("");
});

test("by hand: a drag selects whole five minutes and asks, a click lets go", async () => {
  const { axis } = await show(false);
  const at = (clientX: number) => ({ clientX, clientY: 50, button: 0, buttons: 1, pointerId: 1, pointerType: "mouse" });
  fireEvent.pointerDown(axis, at(121));
  fireEvent.pointerMove(axis, at(150));
  fireEvent.pointerMove(axis, at(62));
  fireEvent.pointerUp(axis, at(62));
  expect(said()).toBe("08:00–09:00 selected, 1 h");
  expect(await screen.findByRole("menu")).toBeDefined();
  expect(items()).toEqual(["Save as CSV", "Open on the plan"]);
  fireEvent.pointerDown(axis, at(300));
  fireEvent.pointerUp(axis, at(300));
  expect(said()).toBe("");
});

test("left out of figures: asked for why, with the span as it was selected; a refusal is said", async () => {
  const { axis, user } = await show();
  axis.focus();
  await user.keyboard("{Home}{Shift>}{PageUp}{/Shift}{Enter}");
  await user.click(await screen.findByRole("menuitem", { name: "Leave out of figures …" }));
  expect(await screen.findByRole("dialog")).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>("From").value).toBe("07:00");
  await user.type(screen.getByLabelText("Why"), "Covered");
  fireEvent.change(screen.getByLabelText("Until"), { target: { value: "08:15" } });
  await user.click(screen.getByRole("button", { name: "Leave out of figures" }));
  expect(await screen.findByText("Not now.")).toBeDefined();
  expect(asked.at(-1)).toEqual({
    url: "/api/maintenance",
    body: { spaceId: "7", name: "Covered", startsAt: iso(local("07:00")), endsAt: iso(local("08:15")) },
  });
  expect(DAY_ZONE).toBe(day.timeZone);
});
