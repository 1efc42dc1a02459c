import { card, expect, expectNoReload, test } from "./fixtures/butlr";

test("a webhook lights up a room in an open page", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 0, ago: 6 });
  await place.open(page);
  await expect(card(page, "Fjord")).toHaveAccessibleName(/^Fjord, free/);
  expect(await place.post({ room: "Fjord", people: 4, ago: 5 })).toBe("stored");
  await expect(card(page, "Fjord")).toHaveAccessibleName(/^Fjord, in use, 4 people/);
  await expectNoReload(page);
});

test("a repeat changes nothing, a restated minute changes once, an older minute is history only", async ({
  page,
  place,
}) => {
  const first = place.body({ room: "Fjord", people: 4, ago: 3 });
  await place.post(first);
  await place.open(page);
  const url = `/api/floors/${await place.floorId()}/snapshot`;
  const offset = async () => ((await (await page.request.get(url)).json()) as { offset: number }).offset;
  const before = await offset();
  expect(await place.post(first)).toBe("duplicate");
  expect(await offset()).toBe(before);
  expect(await place.post({ room: "Fjord", people: 5, ago: 3 })).toBe("stored");
  await expect(card(page, "Fjord")).toContainText("5 people");
  expect(await offset()).toBe(before + 1);
  expect(await place.post({ room: "Fjord", people: 9, ago: 5 })).toBe("stored");
  await place.post({ room: "Haven", people: 1, ago: 3 }); // whatever the older minute had changed would be on screen with this
  await expect(card(page, "Haven")).toBeVisible();
  await expect(card(page, "Fjord")).toContainText("5 people");
  await expectNoReload(page);
});

test("the states say what is known, and nothing more", async ({ page, place }) => {
  await place.post({ room: "Empty", people: 0, ago: 1 });
  await place.post({ room: "Used", people: 3, ago: 1 });
  await place.post({ room: "Crowded", people: 9, ago: 1 });
  await place.post({ room: "Silent", people: 2, ago: 38.5 });
  await place.post({ room: "Named", zone: "Corner", type: "ZONE_OCCUPANCY", people: 1, ago: 1 });
  await place.change("Crowded", { capacity: 6 });
  await place.change("Used", { capacity: 8 });
  await place.open(page);
  await expect(card(page, "Empty")).toHaveAccessibleName(/free/);
  await expect(card(page, "Used")).toHaveAccessibleName(/in use, 3 of 8/);
  await expect(card(page, "Crowded")).toHaveAccessibleName(/over capacity, 9 of 6/);
  await expect(card(page, "Silent")).toHaveAccessibleName(/stale, last count 2, 38 min ago/);
  await expect(card(page, "Named")).toHaveAccessibleName(/waiting, for the first reading/);
  await expect(card(page, "Corner")).toHaveAccessibleName(/in use, 1 person/);
  await expect(page.getByRole("region", { name: "Needs attention" }).getByRole("button")).toHaveCount(2);
});

test("an admin's name is not overwritten by the vendor's", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 1, ago: 2 });
  await place.open(page);
  await place.change("Fjord", { name: "Board room" });
  await expect(card(page, "Board room")).toBeVisible();
  await place.post({ room: "Fjord", people: 2, ago: 1 });
  await expect(card(page, "Board room")).toContainText("2 people");
});

test("the legend counts and filters, and the filter is in the address", async ({ page, place }) => {
  await place.post({ room: "Empty", people: 0, ago: 1 });
  await place.post({ room: "Used", people: 3, ago: 1 });
  await place.open(page);
  await page.getByRole("button", { name: "In use 1" }).click();
  await expect(page).toHaveURL(/state=occupied/);
  await expect(card(page, "Empty")).toHaveAttribute("data-dimmed", "true");
  await expect(card(page, "Used")).not.toHaveAttribute("data-dimmed", "true");
  await page.getByRole("button", { name: "In use 1" }).click();
  await expect(card(page, "Empty")).not.toHaveAttribute("data-dimmed", "true");
});

test("a lost connection is said, and everything missed is shown after it, once", async ({ page, place, context }) => {
  await place.post({ room: "Fjord", people: 1, ago: 5 });
  await place.open(page);
  await context.setOffline(true);
  await expect(page.getByTestId("feed-status")).toContainText("Reconnecting", { timeout: 30_000 });
  for (const ago of [4, 3, 2, 1]) await place.post({ room: "Fjord", people: 6 - ago, ago });
  await place.post({ room: "Haven", people: 7, ago: 1 });
  await context.setOffline(false);
  await expect(page.getByTestId("feed-status")).toContainText("Live", { timeout: 30_000 });
  await expect(card(page, "Fjord")).toContainText("5 people");
  await expect(card(page, "Haven")).toContainText("7 people");
  await expect(page.getByText("Caught up, 2 changes")).toBeVisible();
  await expectNoReload(page);
});

test("hostile names are text", async ({ page, place }) => {
  await place.post({ room: "<img src=x onerror=alert(1)>", people: 1, ago: 1 });
  page.on("dialog", () => expect("a script ran").toBe("never"));
  await place.open(page);
  await expect(page.getByText("<img src=x onerror=alert(1)>").last()).toBeVisible();
});

test("a minute without network and five changes: amber, then grey, then all five, each once", async ({
  page,
  place,
  context,
}) => {
  test.setTimeout(180_000);
  const names = ["One", "Two", "Three", "Four", "Five"];
  for (const room of names) await place.post({ room, people: 1, ago: 5 });
  await place.open(page);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const name = (target.parentElement?.closest("[data-space]")?.textContent ?? "").split(",")[0] ?? "";
        const words = target.textContent ?? "";
        if (words.startsWith(`${name}, `)) seen.push(words);
      }
    }).observe(document.body, { subtree: true, characterData: true });
  });
  await context.setOffline(true);
  const lostAt = Date.now();
  const status = page.getByTestId("feed-status");
  await expect(status).toHaveAttribute("data-status", "reconnecting", { timeout: 30_000 });
  for (const [i, room] of names.entries()) await place.post({ room, people: 2 + i, ago: 1 });
  await expect(page.locator("main")).toHaveAttribute("data-dimmed", "true", { timeout: 60_000 });
  await expect.poll(() => Date.now() - lostAt, { timeout: 70_000 }).toBeGreaterThan(60_000);
  await expect(status).toHaveAttribute("data-status", "reconnecting");
  await context.setOffline(false);
  await expect(page.getByText("Caught up, 5 changes")).toBeVisible({ timeout: 30_000 });
  for (const [i, room] of names.entries()) await expect(card(page, room)).toContainText(`${2 + i} people`);
  await expect(page.locator("main")).not.toHaveAttribute("data-dimmed", "true");
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  for (const [i, room] of names.entries()) {
    expect(seen.filter((words) => words.startsWith(`${room}, `) && words.includes(`${2 + i} people`))).toHaveLength(1);
  }
  await expectNoReload(page);
});
