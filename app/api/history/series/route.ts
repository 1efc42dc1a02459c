import { SeriesQuery } from "@/lib/core/space-metrics";
import { handle, parseOrThrow, query } from "@/lib/http/handle";
import { jsonOrCsv } from "@/lib/http/json-or-csv";
import { ANYWHERE } from "@/lib/http/where";
import { seriesCsv } from "@/lib/services/history/history-csv";
import { readSeries } from "@/lib/services/history/read-series";

/** A figure over time, of spaces or of all of them together. */
export const GET = handle("space:read", ANYWHERE, async ({ request, actor }) =>
  jsonOrCsv(request, await readSeries(parseOrThrow(SeriesQuery, query(request)), actor), seriesCsv, "series"),
);
