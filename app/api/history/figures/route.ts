import { FigureQuery } from "@/lib/core/space-metrics";
import { handle, parseOrThrow, query } from "@/lib/http/handle";
import { jsonOrCsv } from "@/lib/http/json-or-csv";
import { ANYWHERE } from "@/lib/http/where";
import { figuresCsv } from "@/lib/services/history/history-csv";
import { readFigures } from "@/lib/services/history/read-figures";

/** Figures of spaces and of all of them together over a period, each with its coverage. */
export const GET = handle("space:read", ANYWHERE, async ({ request, actor }) =>
  jsonOrCsv(request, await readFigures(parseOrThrow(FigureQuery, query(request)), actor), figuresCsv, "figures"),
);
