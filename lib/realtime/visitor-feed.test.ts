import { expect, test } from "vitest";
import { createVisitorFeed } from "./visitor-feed";

/** Words about visitors as a table that the feed reads. Location 7 is of site 1, location 8 of site 2. */
function table() {
  const words: { id: number; sourceId: number }[] = [{ id: 1, sourceId: 7 }];
  const told: number[] = [];
  let asked = 0;
  const feed = createVisitorFeed({
    readLast: async () => Math.max(0, ...words.map(({ id }) => id)),
    readWords: async (after) => {
      asked++;
      return words.filter(({ id }) => id > after);
    },
    readSites: async () =>
      new Map([
        [7, [1]],
        [8, [2]],
      ]),
    emit: (site) => told.push(site),
    onError: (error) => {
      throw error;
    },
  });
  return { words, told, feed, asked: () => asked };
}

test("tells watchers of a site that its visitors changed, once, and nobody of another", async () => {
  const { words, told, feed } = table();
  await feed.follow(1);
  await feed.poll();
  expect(told).toEqual([]);
  words.push({ id: 2, sourceId: 7 }, { id: 3, sourceId: 8 }, { id: 4, sourceId: 7 });
  await feed.poll();
  await feed.poll();
  expect(told).toEqual([1]);
});

test("hears a word whose transaction ended after that of a later one", async () => {
  const { words, told, feed } = table();
  await feed.follow(1);
  await feed.follow(2);
  words.push({ id: 3, sourceId: 8 });
  await feed.poll();
  words.push({ id: 2, sourceId: 7 });
  await feed.poll();
  expect(told).toEqual([2, 1]);
});

test("asks nothing while nobody watches", async () => {
  const { words, told, feed, asked } = table();
  await feed.poll();
  expect(asked()).toBe(0);
  await feed.follow(1);
  feed.unfollow(1);
  words.push({ id: 2, sourceId: 7 });
  const before = asked();
  await feed.poll();
  expect([asked(), told]).toEqual([before, []]);
});
