import path from "node:path";
import { expect, test } from "vitest";
import { EVERY_PAGE, pageRoutes } from "./every-page";

const APP = path.join(import.meta.dirname, "../../app");

test("names every page of the app, and none that is not there", () => {
  expect([...new Set(EVERY_PAGE.map(({ route }) => route))].sort()).toEqual(pageRoutes(APP));
});

test("each view has a name of its own", () => {
  const names = EVERY_PAGE.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
