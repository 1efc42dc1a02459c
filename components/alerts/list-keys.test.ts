import { expect, test } from "vitest";
import { wishOf } from "./list-keys";

const press = (key: string, held: object = {}) =>
  wishOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

test.each([
  ["ArrowDown", { do: "move", step: 1, extend: false }],
  ["j", { do: "move", step: 1, extend: false }],
  ["K", { do: "move", step: -1, extend: false }],
  ["a", { do: "act", action: "acknowledge" }],
  ["z", { do: "ask", what: "snooze" }],
  ["s", { do: "ask", what: "assign" }],
  ["m", { do: "ask", what: "maintenance" }],
  ["c", { do: "comment" }],
  ["o", { do: "plan" }],
  ["ArrowLeft", { do: "expand", open: false }],
  [" ", { do: "pick" }],
  ["q", null],
  ["Tab", null],
])("%s", (key, wish) => {
  expect(press(key)).toEqual(wish);
});

test("shift extends, Ctrl A takes all, and what browsers use stays theirs", () => {
  expect(press("J", { shiftKey: true })).toEqual({ do: "move", step: 1, extend: true });
  expect(press("a", { ctrlKey: true })).toEqual({ do: "pick-all" });
  expect(press("c", { metaKey: true })).toBeNull();
  expect(press("ArrowLeft", { altKey: true })).toBeNull();
});
