import { expect, test } from "vitest";
import { ADMIN_PAGES, MAIN_PAGES } from "./nav-entries";

test("no page stands in the menus twice", () => {
  const paths = [...MAIN_PAGES, ...ADMIN_PAGES].map(({ href }) => href);
  expect(paths.filter((href, i) => paths.indexOf(href) !== i)).toEqual([]);
});
