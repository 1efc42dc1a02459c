import { expect, test } from "vitest";
import type { PendingDelivery } from "./apply-deliveries";
import { createDeliveryWriter, type DeliveryWriterOptions } from "./delivery-writer";
import type { Outcome, Written } from "./outcome";

const delivery = (n: number, body = "{}"): PendingDelivery => ({
  vendor: "butlr",
  key: Buffer.from([n]),
  eventType: "ROOM_OCCUPANCY",
  outcome: "stored",
  observedAtUs: null,
  receivedAtUs: n,
  issues: [],
  body,
  claims: [],
  observations: [],
});

/** A writer whose commits end when the test says so. */
function writerByHand(options: Partial<DeliveryWriterOptions> = {}) {
  const commits: { size: number; succeed: () => void; fail: () => void }[] = [];
  const writer = createDeliveryWriter({
    apply: (batch) =>
      new Promise<Written[]>((resolve, reject) => {
        const endings = batch.map((): Written => ({ kind: "stored", changed: 1 }));
        commits.push({ size: batch.length, succeed: () => resolve(endings), fail: () => reject(new Error("away")) });
      }),
    ...options,
  });
  const write = (one: PendingDelivery) => new Promise<Outcome>((resolve) => writer.store(one, resolve));
  return { writer: { ...writer, write }, commits, sizes: () => commits.map((commit) => commit.size) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("at idle a delivery commits alone; under load a commit takes all that waited", async () => {
  const { writer, commits, sizes } = writerByHand();
  const answers = [1, 2, 3, 4, 5].map((n) => writer.write(delivery(n)));
  expect(sizes()).toEqual([1]); // four wait
  commits[0]?.succeed();
  await answers[0];
  await settled();
  expect(sizes()).toEqual([1, 4]);
  for (const commit of commits) commit.succeed();
  expect(await Promise.all(answers)).toEqual(Array(5).fill({ kind: "stored", changed: 1 }));
});

test("a second commit begins beside the first when enough wait, and never a third", async () => {
  const { writer, commits, sizes } = writerByHand({ worthASecond: 3 });
  const answers = [1, 2, 3, 4, 5, 6, 7].map((n) => writer.write(delivery(n)));
  expect(sizes()).toEqual([1, 3]); // three wait again
  commits[1]?.succeed();
  await answers[1];
  await settled();
  expect(sizes()).toEqual([1, 3, 3]);
  for (const commit of commits) commit.succeed();
  await Promise.all(answers);
});

test("whoever waits behind a commit that takes long is committed beside it", async () => {
  const { writer, commits, sizes } = writerByHand();
  const stuck = writer.write(delivery(1));
  const behind = writer.write(delivery(2));
  await expect.poll(sizes).toEqual([1, 1]);
  commits[1]?.succeed();
  expect(await behind).toMatchObject({ kind: "stored" });
  commits[0]?.succeed();
  await stuck;
});

test("nothing is answered before its commit", async () => {
  const { writer, commits } = writerByHand();
  let answered = false;
  const answer = writer.write(delivery(1)).then(() => (answered = true));
  await settled();
  expect(answered).toBe(false);
  commits[0]?.succeed();
  await answer;
});

test("a batch is never larger than allowed", async () => {
  const { writer, commits, sizes } = writerByHand({ maxBatch: 2, maxInFlight: 1 });
  const answers = [1, 2, 3, 4, 5].map((n) => writer.write(delivery(n)));
  for (let i = 0; i < 3; i++) {
    commits[i]?.succeed();
    await settled();
  }
  expect(sizes()).toEqual([1, 2, 2]);
  await Promise.all(answers);
});

test("a full backlog, by number or by bytes, is answered at once with a time to come back", async () => {
  for (const limit of [{ maxWaiting: 1 }, { maxWaitingBytes: 10 }]) {
    const { writer, commits } = writerByHand({ maxInFlight: 1, ...limit });
    const first = writer.write(delivery(1));
    const waiting = writer.write(delivery(2, "{......}"));
    const refused = await writer.write(delivery(3, "{......}"));
    expect(refused).toMatchObject({ kind: "unavailable" });
    expect(refused.kind === "unavailable" && refused.retryAfterS).toBeGreaterThanOrEqual(30);
    commits[0]?.succeed();
    await first;
    commits[1]?.succeed();
    expect(await waiting).toMatchObject({ kind: "stored" });
  }
});

test("a commit that failed asks everybody in it to send again, and the next goes on", async () => {
  const { writer, commits } = writerByHand({ maxInFlight: 1 });
  const first = writer.write(delivery(1));
  commits[0]?.fail();
  expect(await first).toMatchObject({ kind: "unavailable" });
  const second = writer.write(delivery(2));
  commits[1]?.succeed();
  expect(await second).toMatchObject({ kind: "stored" });
});

test("a commit that hangs is not waited for longer than the deadline", async () => {
  const { writer } = writerByHand({ deadlineMs: 10 });
  expect(await writer.write(delivery(1))).toMatchObject({ kind: "unavailable" });
});

test("drain ends when everything taken in is answered", async () => {
  const { writer, commits } = writerByHand();
  const answer = writer.write(delivery(1));
  let drained = false;
  const drain = writer.drain().then(() => (drained = true));
  await settled();
  expect(drained).toBe(false);
  commits[0]?.succeed();
  await answer;
  await drain;
});
