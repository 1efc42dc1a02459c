import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createWebhookPoster, type PosterOptions } from "./post-webhooks";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Seen {
  url: string | undefined;
  key: unknown;
  type: string | undefined;
  body: string;
}

async function door(answer: (response: ServerResponse, nth: number) => void, options: Partial<PosterOptions> = {}) {
  const seen: Seen[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { url, headers } = request;
    seen.push({ url, key: headers["x-api-key"], type: headers["content-type"], body });
    answer(response, seen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const poster = createWebhookPoster({ url, key: "secret", ...options });
  closers.push(
    () => poster.close(),
    () => new Promise((resolve) => server.close(resolve)),
  );
  return { poster, seen };
}

const reply = (response: ServerResponse, status: number, body: object = {}, headers = {}) =>
  response.writeHead(status, headers).end(JSON.stringify(body));

describe("createWebhookPoster", () => {
  it("posts as Butlr does and tells the answer's word", async () => {
    const { poster, seen } = await door((response) => reply(response, 200, { status: "stored" }));
    expect(await poster.post('{"data":1}')).toBe("stored");
    expect(seen).toEqual([{ url: "/api/webhooks/butlr", key: "secret", type: "application/json", body: '{"data":1}' }]);
  });

  it("counts answers by word, and by status where there is none", async () => {
    const { poster } = await door((response, nth) =>
      reply(response, nth === 3 ? 401 : 200, { status: nth === 2 ? "duplicate" : "stored" }),
    );
    for (const body of ["1", "2", "3", "4"]) await poster.post(body);
    expect(Object.fromEntries(poster.counts)).toEqual({ stored: 2, duplicate: 1, "401": 1 });
  });

  it("tries again after 503", async () => {
    const { poster, seen } = await door((response, nth) => {
      if (nth === 1) reply(response, 503, {}, { "retry-after": "1" });
      else reply(response, 200, { status: "stored" });
    });
    expect(await poster.post("1")).toBe("stored");
    expect(seen).toHaveLength(2);
  });

  it("drops an event after three tries, as Butlr does", async () => {
    const { poster, seen } = await door((response) => reply(response, 500));
    expect(await poster.post("1")).toBe("dropped");
    expect(seen).toHaveLength(3);
  });

  it("drops an event that may only be tried again after its time", async () => {
    const { poster, seen } = await door((response) => reply(response, 503, {}, { "retry-after": "60" }));
    expect(await poster.post("1")).toBe("dropped");
    expect(seen).toHaveLength(1);
  });

  it("does not repeat what was refused", async () => {
    const { poster, seen } = await door((response) => reply(response, 401));
    expect(await poster.post("1", "wrong")).toBe("401");
    expect(seen.map(({ key }) => key)).toEqual(["wrong"]);
  });

  it("tells of nobody listening without throwing", async () => {
    const poster = createWebhookPoster({ url: "http://127.0.0.1:1", key: "secret", attempts: 1 });
    expect(await poster.post("1")).toBe("dropped");
  });

  it("posts a list over a bounded number of connections, each once", async () => {
    let open = 0;
    let most = 0;
    const { poster, seen } = await door(
      (response) => {
        most = Math.max(most, ++open);
        setImmediate(() => {
          open--;
          reply(response, 200, { status: "stored" });
        });
      },
      { connections: 4 },
    );
    const bodies = Array.from({ length: 50 }, (_, n) => String(n));
    expect(await poster.postAll(bodies)).toBe(50);
    expect(seen.map(({ body }) => body).toSorted()).toEqual(bodies.toSorted());
    expect(most).toBeLessThanOrEqual(4);
  });

  it("stops a list when it is told to", async () => {
    const stop = new AbortController();
    const { poster, seen } = await door(
      (response, nth) => {
        if (nth === 5) stop.abort();
        reply(response, 200, { status: "stored" });
      },
      { connections: 1 },
    );
    await poster.postAll(
      Array.from({ length: 50 }, (_, n) => String(n)),
      { signal: stop.signal },
    );
    expect(seen).toHaveLength(5);
  });
});
