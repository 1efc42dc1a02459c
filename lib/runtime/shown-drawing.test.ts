import { expect, test } from "vitest";
import { joined, pdf, png } from "@/lib/drawings/testing/files";
import { shownDrawing } from "./shown-drawing";

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="1" height="1"/></svg>';
const file = (bytes: Uint8Array | string, page = 1) => ({ bytes: joined(bytes), page });

test("a file is read in a process of its own that may touch nothing else", async () => {
  expect(await shownDrawing(file(DRAWING))).toMatchObject({ kind: "shown", originalType: "image/svg+xml" });
  expect(await shownDrawing(file(png(9, 9)))).toMatchObject({ kind: "shown", originalType: "image/png" });
  expect(await shownDrawing(file(pdf()))).toMatchObject({ kind: "shown", shown: { pages: 1 } });
  expect(await shownDrawing(file("nothing"))).toMatchObject({ kind: "refused" });
});

test("a file that takes too long is given up, and the next one is read", async () => {
  const endless = pdf({ content: "q ".repeat(50_000) });
  const [late, next] = await Promise.all([
    shownDrawing(file(endless), { longestMs: 3_000 }),
    shownDrawing(file(DRAWING)),
  ]);
  expect(late).toMatchObject({ kind: "refused", message: expect.stringMatching(/took too long/) });
  expect(next.kind).toBe("shown");
});

test("too many at once are asked to wait", async () => {
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => shownDrawing(file(DRAWING))));
  expect(all.map(({ status }) => status)).toEqual([...Array(4).fill("fulfilled"), ...Array(2).fill("rejected")]);
  const refused = all[5] as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ code: "unavailable" });
});
