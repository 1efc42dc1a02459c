import { HeatmapQuery } from "@/lib/core/space-metrics";
import { handle, parseOrThrow, query } from "@/lib/http/handle";
import { jsonOrCsv } from "@/lib/http/json-or-csv";
import { ANYWHERE } from "@/lib/http/where";
import { heatmapCsv } from "@/lib/services/history/history-csv";
import { readHeatmap } from "@/lib/services/history/read-heatmap";

/** The hours of the week as they were over a period. */
export const GET = handle("space:read", ANYWHERE, async ({ request, actor }) =>
  jsonOrCsv(request, await readHeatmap(parseOrThrow(HeatmapQuery, query(request)), actor), heatmapCsv, "heatmap"),
);
