import { FigureQuery } from "@/lib/core/space-metrics";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { readFigures } from "@/lib/services/history/read-figures";

/** Figures of spaces and of all of them together over a period. */
export const GET = handle("space:read", ANYWHERE, async ({ request, actor }) =>
  json(await readFigures(parseOrThrow(FigureQuery, query(request)), actor)),
);
