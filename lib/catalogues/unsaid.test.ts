import { expect, test } from "vitest";
import { unsaidInSource } from "./unsaid-in-source";

/** For developers, in English like the documentation it shows; and what is shown when nothing else works any more. */
const ENGLISH = ["components/docs/", "app/api/docs/"];
/** Names, units and examples that are the same in every language. */
const SAME = [
  ...["Butlr", "Zoom", "marketplace.zoom.us", "UTC", "openapi.json"],
  ...["https://", "smtp.example.com", "occupancy@example.com", "facilities@example.com"],
];

const found = await unsaidInSource(
  (file, words) => ENGLISH.some((part) => file.startsWith(part)) || SAME.includes(words),
);

test("components say nothing but through t", () => {
  expect(found).toEqual([]);
});
