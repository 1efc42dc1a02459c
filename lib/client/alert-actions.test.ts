import { expect, test } from "vitest";
import type { Alert } from "@/lib/core/alert";
import type { AlertAction } from "@/lib/core/alert-requests";
import { anAlert } from "@/lib/testing/wire-alert";
import { undoOf } from "./alert-actions";

const ann = { id: "ann", name: "Ann" };
const before: Alert[] = [
  anAlert({ id: "1" }),
  anAlert({ id: "2", status: "acknowledged", assignee: ann }),
  anAlert({ id: "3" }),
];

test.each<[AlertAction, ReturnType<typeof undoOf>]>([
  [{ do: "acknowledge" }, [{ ids: ["1", "2", "3"], action: { do: "unacknowledge" } }]],
  [{ do: "snooze", for: "1h" }, [{ ids: ["1", "2", "3"], action: { do: "unsnooze" } }]],
  [
    { do: "assign", assigneeId: "ben" },
    [
      { ids: ["1", "3"], action: { do: "assign", assigneeId: null } },
      { ids: ["2"], action: { do: "assign", assigneeId: "ann" } },
    ],
  ],
  [{ do: "comment", text: "hello" }, [{ ids: ["1", "2", "3"], action: { do: "uncomment" } }]],
  [{ do: "uncomment" }, []],
])("%o is taken back", (action, steps) => {
  expect(undoOf(action, before)).toEqual(steps);
});

test("nothing was done, nothing is taken back", () => {
  expect(undoOf({ do: "resolve" }, [])).toEqual([]);
});
