import type { BrowserContext, Page } from "@playwright/test";
import { makeShown } from "../lib/drawings/make-shown";
import { CANARY, CANARY_HOST, HOSTILE_SVGS } from "../lib/drawings/testing/hostile-svgs";
import { expect, type Place, test } from "./fixtures/butlr";

/** An address of our own origin, where a script would have everything. */
const DRAWING = "/hostile-drawing.svg";
const PAGE = "/hostile-page.html";
const PAGE_HTML = `<!doctype html><title>x</title><img id="drawing" src="${DRAWING}" width="200">`;

/** Everything a drawing does that it must not: it asks something, or goes or loads from somewhere. */
async function listen(context: BrowserContext, page: Page): Promise<string[]> {
  const heard: string[] = [];
  page.on("dialog", (dialog) => {
    heard.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    if (request.url().includes(CANARY_HOST)) heard.push(request.url());
  });
  context.on("page", (opened) => heard.push(`window ${opened.url()}`));
  return heard;
}

const hasRun = (page: Page) => page.evaluate((canary) => canary in window, CANARY);

/** Opens what we made of an upload by itself, and as a picture: without the headers that would hold a script back, too. */
async function open(context: BrowserContext, page: Page, bytes: Uint8Array) {
  const body = Buffer.from(bytes);
  await context.route(`**${DRAWING}`, (route) => route.fulfill({ contentType: "image/svg+xml", body }));
  await page.goto(DRAWING);
  await page.mouse.click(5, 5);
  const ranAlone = await hasRun(page);
  await page.goto(PAGE);
  const width = await page
    .locator("#drawing")
    .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
  const ranInside = await hasRun(page);
  await context.unroute(`**${DRAWING}`);
  return { ranAlone, ranInside, isDrawn: width > 0 };
}

test("nothing of a hostile SVG that is shown runs in a browser", async ({ context, page }) => {
  test.setTimeout(300_000);
  const heard = await listen(context, page);
  await context.route(`**${PAGE}`, (route) => route.fulfill({ contentType: "text/html", body: PAGE_HTML }));
  let shown = 0;
  for (const { name, text, ends } of HOSTILE_SVGS) {
    if (ends === "refused") continue; // nothing is left of it; lib/drawings/hostile-svgs.test.ts
    const answer = await makeShown({ bytes: new TextEncoder().encode(text), page: 1, pdfAssetsDir: "" });
    if (answer.kind === "refused") continue;
    shown++;
    const ending = await open(context, page, answer.shown.bytes);
    expect([name, ending, heard]).toEqual([name, { ranAlone: false, ranInside: false, isDrawn: true }, []]);
  }
  expect(shown).toBeGreaterThan(80);
});

async function upload(place: Place, name: string, data: Buffer) {
  const url = `/api/floors/${await place.floorId()}/drawings`;
  const answer = await place.request.post(`${url}?name=${name}`, { data, headers: { "content-type": "image/png" } });
  const body = (await answer.json()) as { id?: string; title?: string };
  return { status: answer.status(), title: body.title, address: `${url}/${body.id}` };
}

test("an upload goes through the server's own process and is served so that nothing in it could run", async ({
  page,
  place,
}) => {
  await place.post({ room: "Fjord", people: 0, ago: 6 });
  const hostile = HOSTILE_SVGS.find(({ name }) => name === "onload of the root");
  const { status, address } = await upload(place, "a%3Cb%3E.png", Buffer.from(hostile?.text ?? ""));
  expect(status).toBe(201);
  const answer = await page.goto(address);
  expect(answer?.headers()).toMatchObject({
    "content-type": "image/svg+xml",
    "content-security-policy": expect.stringMatching(/default-src 'none'.*sandbox/),
    "x-content-type-options": "nosniff",
    "cache-control": expect.stringContaining("private"),
  });
  expect(await hasRun(page)).toBe(false);
  const original = await place.request.get(`${address}/original`);
  expect(original.headers()).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": expect.stringMatching(/^attachment/),
  });
  expect(await original.text()).toBe(hostile?.text);
});

test("what cannot be shown is refused in words, and the server goes on", async ({ place }) => {
  await place.post({ room: "Fjord", people: 0, ago: 6 });
  const archive = await upload(place, "plan.png", Buffer.from("PK\x03\x04 not a picture"));
  expect(archive).toMatchObject({ status: 400, title: expect.stringMatching(/ZIP archive/) });
  const entity = await upload(place, "plan.svg", Buffer.from('<!DOCTYPE svg [<!ENTITY x "y">]><svg/>'));
  expect(entity).toMatchObject({ status: 400, title: expect.stringMatching(/entities/) });
  expect(await upload(place, "big.png", Buffer.alloc(21 << 20))).toMatchObject({
    status: 400,
    title: expect.stringMatching(/20 MB/),
  });
  expect(await place.post({ room: "Fjord", people: 1 })).toBe("stored");
});
