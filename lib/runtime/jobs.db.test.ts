import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "@/lib/postgres/testing/test-database";
import { type JobDefinition, type Jobs, startJobs } from "./jobs";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a job is done once, by one of two instances that start together on an empty database", async () => {
  const done: string[] = [];
  const both = Promise.withResolvers<void>();
  const definition = (instance: string): JobDefinition => ({
    name: "greet",
    cron: null,
    policy: "standard",
    retryLimit: 0,
    work: async (data) => {
      done.push(`${(data as { to: string }).to} by ${instance}`);
      if (done.length === 2) both.resolve();
    },
  });
  const fail = (error: unknown) => both.reject(error);
  const instances: Jobs[] = await Promise.all([
    startJobs(database.url, [definition("one")], fail),
    startJobs(database.url, [definition("two")], fail),
  ]);
  await instances[0]?.send("greet", { to: "Ada" });
  await instances[1]?.send("greet", { to: "Ben" });
  await both.promise;
  await Promise.all(instances.map((instance) => instance.stop()));
  expect(done.map((text) => text.slice(0, 3)).sort()).toEqual(["Ada", "Ben"]);
});

test("stopping tells running work to end, and starting again goes on", async () => {
  const began = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<string>();
  const definition: JobDefinition = {
    name: "long",
    cron: null,
    policy: "exclusive",
    retryLimit: 0,
    work: (_, signal) => {
      began.resolve();
      return new Promise((resolve) =>
        signal.addEventListener("abort", () => {
          ended.resolve("told to end");
          resolve();
        }),
      );
    },
  };
  const jobs = await startJobs(database.url, [definition], ended.reject);
  await jobs.send("long");
  await began.promise;
  await jobs.stop();
  expect(await ended.promise).toBe("told to end");
});
