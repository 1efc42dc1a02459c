import {
  FigureQuery,
  Heatmap,
  HeatmapQuery,
  HistoryFigures,
  HistorySeries,
  SeriesQuery,
  Usual,
  UsualQuery,
} from "@/lib/core/space-metrics";
import { Retention, StorageReport } from "@/lib/core/storage";
import type { OperationGroup } from "./operation";

export const historyOperations: OperationGroup = {
  name: "History",
  about:
    "Figures of spaces over time. What nobody knows is null, never zero; each figure says which part of the time it speaks for (coverage, 0–1).",
  operations: [
    {
      call: "get /api/history/figures",
      summary: "Peak, averages, utilization, time used, sessions and stays, of each space and of all together",
      needs: "space:read",
      query: FigureQuery,
      answer: HistoryFigures,
      csv: true,
      problems: ["invalid", "not-found"],
    },
    {
      call: "get /api/history/heatmap",
      summary: "A figure by hour and weekday; with a weekday and an hour also the days behind that cell",
      needs: "space:read",
      query: HeatmapQuery,
      answer: Heatmap,
      csv: true,
      problems: ["invalid", "not-found"],
    },
    {
      call: "get /api/history/series",
      summary: "A figure over time, at most 500 points, also of a period before",
      needs: "space:read",
      query: SeriesQuery,
      answer: HistorySeries,
      csv: true,
      problems: ["invalid", "not-found"],
    },
    {
      call: "get /api/history/usual",
      summary: "What is usual in this hour of the week: the median of four comparable weeks",
      needs: "space:read",
      query: UsualQuery,
      answer: Usual,
      csv: true,
      problems: ["invalid", "not-found"],
    },
  ],
};

export const storageOperations: OperationGroup = {
  name: "Storage",
  about: "What lies in the database, and how long it is kept.",
  operations: [
    {
      call: "get /api/storage",
      summary: "Sizes, the oldest of each class, and what goes next and when",
      needs: "settings:read",
      answer: StorageReport,
    },
    {
      call: "put /api/storage/retention",
      summary: "Changes how long deliveries, readings and figures are kept",
      needs: "settings:write",
      body: Retention,
      answer: StorageReport,
      problems: ["invalid"],
    },
  ],
};
