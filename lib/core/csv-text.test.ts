import { expect, test } from "vitest";
import { csvText } from "./csv-text";

test("cells with commas, quotes and formulas come back as they were, numbers stay numbers", () => {
  expect(csvText([["Room", "a,b", 'say "hi"', "=1+1", "-3", "0123"]])).toBe(
    'Room,"a,b","say ""hi""",\'=1+1,-3,0123\r\n',
  );
});
