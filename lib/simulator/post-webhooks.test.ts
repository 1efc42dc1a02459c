import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Post } from "./planned-post";
import { createWebhookPoster, type PosterOptions } from "./post-webhooks";
import { zoomChallengeAnswer, zoomSignature } from "./sign";
import { VENDOR_PATIENCE } from "./vendor-patience";

const secrets = { butlr: { key: "secret", header: "x-api-key" }, disruptive: "dt-secret", zoom: "zoom-secret" };
const butlr = (body: string, flaw?: Post["flaw"]): Post => ({ vendor: "butlr", body, ...(flaw && { flaw }) });

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Seen {
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

async function door(
  answer: (response: ServerResponse, nth: number, body: string) => void,
  options: Partial<PosterOptions> = {},
) {
  const seen: Seen[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    seen.push({ url: request.url, headers: request.headers, body });
    answer(response, seen.length, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const poster = createWebhookPoster({ url, secrets, ...options });
  closers.push(
    () => poster.close(),
    () => new Promise((resolve) => server.close(resolve)),
  );
  return { poster, seen };
}

const reply = (response: ServerResponse, status: number, body: object = {}, headers = {}) =>
  response.writeHead(status, headers).end(JSON.stringify(body));
const stored = (response: ServerResponse) => reply(response, 200, { status: "stored" });

describe("createWebhookPoster", () => {
  it("posts as Butlr does and tells the answer's word", async () => {
    const { poster, seen } = await door(stored);
    expect(await poster.post(butlr('{"data":1}'))).toBe("stored");
    expect(seen).toMatchObject([
      {
        url: "/api/webhooks/butlr",
        headers: { "x-api-key": "secret", "content-type": "application/json" },
        body: '{"data":1}',
      },
    ]);
  });

  it("posts each vendor's bytes to its own address, signed", async () => {
    const { poster, seen } = await door(stored);
    for (const vendor of ["disruptive", "zoom"] as const) await poster.post({ vendor, body: '{"name":"Møterom"}' });
    expect(seen.map(({ url, body }) => [url, body])).toEqual([
      ["/api/webhooks/disruptive", '{"name":"Møterom"}'],
      ["/api/webhooks/zoom", '{"name":"Møterom"}'],
    ]);
    expect(seen[0]?.headers["x-dt-signature"]).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    const { "x-zm-signature": signature, "x-zm-request-timestamp": timestamp } = seen[1]?.headers ?? {};
    expect(signature).toBe(zoomSignature('{"name":"Møterom"}', "zoom-secret", Number(timestamp)));
  });

  it("counts answers by word, and by status where there is none", async () => {
    const { poster } = await door((response, nth) =>
      reply(response, nth === 3 ? 401 : 200, { status: nth === 2 ? "duplicate" : "stored" }),
    );
    for (const body of ["1", "2", "3", "4"]) await poster.post(butlr(body));
    expect(Object.fromEntries(poster.counts)).toEqual({ stored: 2, duplicate: 1, "401": 1 });
  });

  it("checks the answer to Zoom's challenge", async () => {
    const { poster } = await door((response, nth) => {
      const secret = nth === 1 ? "zoom-secret" : "another-secret";
      reply(response, 200, { plainToken: "abc", encryptedToken: zoomChallengeAnswer("abc", secret) });
    });
    expect(await poster.post({ vendor: "zoom", body: "{}" })).toBe("validated");
    expect(await poster.post({ vendor: "zoom", body: "{}" })).toBe("not validated");
  });

  it("tries again after 503", async () => {
    const { poster, seen } = await door((response, nth) => {
      if (nth === 1) reply(response, 503, {}, { "retry-after": "1" });
      else stored(response);
    });
    expect(await poster.post(butlr("1"))).toBe("stored");
    expect(seen).toHaveLength(2);
  });

  it("drops an event after three tries, as Butlr does", async () => {
    const { poster, seen } = await door((response) => reply(response, 500));
    expect(await poster.post(butlr("1"))).toBe("dropped");
    expect(seen).toHaveLength(3);
  });

  it("drops an event that may only be tried again after its time", async () => {
    const { poster, seen } = await door((response) => reply(response, 503, {}, { "retry-after": "60" }));
    expect(await poster.post(butlr("1"))).toBe("dropped");
    expect(seen).toHaveLength(1);
  });

  it("gives up what waits when it is closed", async () => {
    const { poster, seen } = await door((response) => reply(response, 503));
    const waiting = poster.post({ vendor: "zoom", body: "{}" });
    while (seen.length === 0) await wait(5);
    poster.close();
    expect(await waiting).toBe("dropped");
  });

  it("does not repeat what was refused", async () => {
    const { poster, seen } = await door((response) => reply(response, 401));
    expect(await poster.post(butlr("1", "wrong-secret"))).toBe("401");
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers["x-api-key"]).not.toBe("secret");
  });

  it("tells of nobody listening without throwing", async () => {
    const patience = { timeoutMs: 1_000, withinMs: 1_000, pauseMs: () => null };
    const poster = createWebhookPoster({ url: "http://127.0.0.1:1", secrets, patience });
    expect(await poster.post(butlr("1"))).toBe("dropped");
  });

  it("posts a list over a bounded number of connections, each once", async () => {
    let open = 0;
    let most = 0;
    const { poster, seen } = await door(
      (response) => {
        most = Math.max(most, ++open);
        setImmediate(() => {
          open--;
          stored(response);
        });
      },
      { connections: 4 },
    );
    const bodies = Array.from({ length: 50 }, (_, n) => String(n));
    expect(await poster.postAll(bodies.map((body) => butlr(body)))).toBe(50);
    expect(seen.map(({ body }) => body).toSorted()).toEqual(bodies.toSorted());
    expect(most).toBeLessThanOrEqual(4);
  });

  it("stops a list when it is told to", async () => {
    const stop = new AbortController();
    const { poster, seen } = await door(
      (response, nth) => {
        if (nth === 5) stop.abort();
        stored(response);
      },
      { connections: 1 },
    );
    const posts = Array.from({ length: 50 }, (_, n) => butlr(String(n)));
    await poster.postAll(posts, { signal: stop.signal });
    expect(seen).toHaveLength(5);
  });
});

describe("the patience of the vendors", () => {
  const pauses = (vendor: Post["vendor"], tries: number) =>
    Array.from({ length: tries }, (_, n) => VENDOR_PATIENCE[vendor].pauseMs(n + 1));

  it("is 85 minutes and three retries for Zoom", () => {
    expect(pauses("zoom", 4)).toEqual([300_000, 1_200_000, 3_600_000, null]);
  });

  it("is ten seconds and three tries for Butlr, half a day for DT", () => {
    expect(pauses("butlr", 3)).toEqual([500, 500, null]);
    expect(pauses("disruptive", 12).at(-1)).toBe(600_000);
    expect(VENDOR_PATIENCE.disruptive.withinMs).toBe(12 * 3_600_000);
  });
});
