import { expect, test } from "vitest";
import { z } from "zod";
import german from "@/lib/catalogues/de.json" with { type: "json" };
import { textIn } from "@/lib/core/text";
import { issueWords } from "./issue-words";

const t = textIn("de", german);
const Draft = z.strictObject({
  name: z.string().min(2).max(5),
  size: z.number().min(1).max(9),
  kind: z.enum(["room", "desk"]),
  id: z.string().regex(/^\d+$/, "must be an id"),
});
const good = { name: "Kiel", size: 4, kind: "room", id: "7" };

test.each([
  [{ name: undefined }, "Es fehlt."],
  [{ name: 7 }, "Das ist nicht von der richtigen Art."],
  [{ name: "K" }, "Es braucht mindestens 2 Zeichen."],
  [{ name: "Kiel am Meer" }, "Es darf höchstens 5 Zeichen haben."],
  [{ size: 0 }, "Es muss mindestens 1 sein."],
  [{ size: 12 }, "Es darf höchstens 9 sein."],
  [{ kind: "roof" }, "Möglich sind: room, desk."],
  [{ more: 1 }, "Diesen Wert gibt es hier nicht: more."],
  [{ id: "x" }, "must be an id"],
])("%j: %s", (change, said) => {
  const parsed = Draft.safeParse({ ...good, ...change });
  expect(parsed.error?.issues.map((issue) => issueWords(issue)).map(({ text, values }) => t(text, values))).toEqual([
    said,
  ]);
});
