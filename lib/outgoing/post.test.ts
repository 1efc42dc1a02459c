import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcp } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isListed, isPublic } from "./address-rules";
import { post } from "./post";
import { BlockedError, resolveBySystem, wayOut } from "./way-out";

/** Whoever connects to this machine is counted, whatever it says. */
let connections = 0;
const listeners: { close(): void }[] = [];
let port = 0;
let redirecting: Server;
beforeAll(async () => {
  const count = () =>
    createTcp((socket) => {
      connections++;
      socket.destroy();
    });
  const v4 = count().listen(0, "127.0.0.1");
  await once(v4, "listening");
  port = (v4.address() as AddressInfo).port;
  const v6 = count().listen(port, "::1");
  await Promise.race([once(v6, "listening"), once(v6, "error")]);
  redirecting = createServer((_, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end("go there");
  }).listen(0, "127.0.0.2");
  await once(redirecting, "listening");
  listeners.push(v4, v6, redirecting);
});
afterAll(() => {
  for (const one of listeners) one.close();
});
beforeEach(() => {
  connections = 0;
});

const NAMES: Record<string, string[]> = {
  "loop.example": ["127.0.0.1"],
  "loop6.example": ["::1"],
  "mapped.example": ["::ffff:127.0.0.1"],
  "metadata.example": ["169.254.169.254"],
  "inside.example": ["10.1.2.3"],
  "both.example": ["93.184.216.34", "127.0.0.1"],
  "both6.example": ["2606:2800:220:1:248:1893:25c8:1946", "::1"],
  "nowhere.example": [],
  "odd.example": ["0177.0.0.1"],
  "hex.example": ["0x7f000001"],
};
const rules = {
  allowed: [],
  resolve: async (host: string) => NAMES[host] ?? resolveBySystem(host),
};
const send = (url: string) => post(url, { headers: {}, body: "{}" }, rules);

const LITERALS = [
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "2130706433",
  "0x7f000001",
  "0x7f.0.0.1",
  "0x7f.1",
  "0177.0.0.1",
  "0177.1",
  "017700000001",
  "127.0.0.1.",
  "127.255.255.254",
  "0",
  "0.0.0.0",
  "[::1]",
  "[::]",
  "[0:0:0:0:0:0:0:1]",
  "[0000::1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[0:0:0:0:0:ffff:127.0.0.1]",
  "[::127.0.0.1]",
  "[::7f00:1]",
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b:1::7f00:1]",
  "[2002:7f00:1::]",
  "[2002:7f00:0001::1]",
  "[2001:0:7f00:1::]",
  "[fe80::1]",
  "[fec0::1]",
  "[fc00::1]",
  "[fd00:ec2::254]",
  "[ff02::1]",
  "[::ffff:0:127.0.0.1]",
  "[2001:db8::1]",
  "[100::1]",
  "10.0.0.1",
  "10.1",
  "172.16.0.1",
  "172.31.255.254",
  "192.168.0.1",
  "169.254.169.254",
  "0xa9fea9fe",
  "2852039166",
  "100.64.0.1",
  "100.100.100.200",
  "192.0.0.1",
  "192.0.2.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "①②⑦.⓪.⓪.①",
  "１２７.0.0.1",
  "127。0。0。1",
  "localhost",
  "LOCALHOST",
  "localhost.",
  "loop.example",
  "loop.example.",
  "loop6.example",
  "mapped.example",
  "metadata.example",
  "inside.example",
  "both.example",
  "both6.example",
  "nowhere.example",
  "odd.example",
  "hex.example",
  "user@127.0.0.1",
  "example.com@127.0.0.1",
  "127.0.0.1%2f@example.com",
  "127.0.0.1\\@example.com",
  "example.com%00.127.0.0.1",
  "-loop..example",
];

describe("nothing connects to this machine or its network", () => {
  test.each(LITERALS)("%s", async (host) => {
    for (const url of [`http://${host}:${port}/`, `https://${host}:${port}/`, `https://${host}/`])
      await expect(send(url)).rejects.toThrow();
    expect(connections).toBe(0);
  });

  test.each([
    "file:///etc/passwd",
    "gopher://127.0.0.1:70/",
    "ftp://example.com/",
    "unix:/var/run/docker.sock",
    "data:text/plain,hello",
    "javascript:alert(1)",
    "//127.0.0.1/",
    "http:127.0.0.1",
    "https:///",
    "https://user:password@example.com/",
    "",
  ])("%s is no address", async (url) => {
    await expect(send(url)).rejects.toThrow();
    expect(connections).toBe(0);
  });

  test.each([22, 25, 80, 3306, 5432, 6379, 11211, 65535])("a public name on port %i", async (odd) => {
    const open = { allowed: [], resolve: async () => ["93.184.216.34"] };
    await expect(post(`https://hooks.example:${odd}/`, { headers: {}, body: "" }, open)).rejects.toThrow(BlockedError);
  });

  test("plain http to a public name", async () => {
    const open = { allowed: [], resolve: async () => ["93.184.216.34"] };
    await expect(post("http://hooks.example/", { headers: {}, body: "" }, open)).rejects.toThrow("https");
  });

  test("a name that resolves to something else the second time is asked once, and its first answer is connected to", async () => {
    let asked = 0;
    const resolve = async () => (asked++ === 0 ? ["127.0.0.2"] : ["127.0.0.1"]);
    const listed = { allowed: ["127.0.0.2"], resolve };
    const { port: there } = redirecting.address() as AddressInfo;
    const answer = await post(`http://rebinding.example:${there}/`, { headers: {}, body: "" }, listed);
    expect([answer.status, asked, connections]).toEqual([307, 1, 0]);
  });

  test("a redirect is an answer, and is not followed", async () => {
    const { port: there } = redirecting.address() as AddressInfo;
    const answer = await post(
      `http://127.0.0.2:${there}/`,
      { headers: {}, body: "" },
      { ...rules, allowed: ["127.0.0.2"] },
    );
    expect(answer).toMatchObject({ status: 307, body: "go there" });
    expect(connections).toBe(0);
  });
});

describe("what the operator lists", () => {
  test("may be private, with any port and plain http", async () => {
    const way = await wayOut("10.1.2.3", 2525, { ports: [25], rules: { ...rules, allowed: ["10.0.0.0/8"] } });
    expect(way).toEqual({ address: "10.1.2.3", host: "10.1.2.3", port: 2525, isListed: true });
  });

  test("is not what lies beside it", async () => {
    const beside = { ...rules, allowed: ["10.0.0.0/16", "192.168.1.7"] };
    await expect(wayOut("10.1.2.3", 443, { ports: [443], rules: beside })).rejects.toThrow(BlockedError);
    await expect(wayOut("192.168.1.8", 443, { ports: [443], rules: beside })).rejects.toThrow(BlockedError);
  });

  test("holds an IPv4 address that is written as an IPv6 one", () => {
    expect(isListed("::ffff:10.0.0.1", ["10.0.0.0/8"])).toBe(true);
    expect(isListed("fd00::1", ["10.0.0.0/8"])).toBe(false);
  });
});

test.each(["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "172.32.0.1", "11.0.0.1"])("%s is public", (address) => {
  expect(isPublic(address)).toBe(true);
});
