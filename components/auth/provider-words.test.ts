import { expect, test } from "vitest";
import { providerProblem } from "./provider-words";

test.each([
  [undefined, null],
  ["", null],
  [["no_access"], null],
  ["no_access", "You are known there, but none of your groups may use Occupancy. Ask whoever looks after it."],
  ["something_new", "The sign-in did not work. Try again."],
  ["constructor", "The sign-in did not work. Try again."],
  ["<script>", "The sign-in did not work. Try again."],
])("%j: %s", (error, words) => {
  expect(providerProblem(error)).toBe(words);
});
