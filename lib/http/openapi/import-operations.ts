import { z } from "zod";
import { Configuration, ConfigurationImportQuery, ConfigurationSummary } from "@/lib/core/configuration";
import { ImportApply, ImportReport, ImportResult, ImportUndo, ImportUndone } from "@/lib/core/imports/import-report";
import type { OperationGroup } from "./operation";

export const importOperations: OperationGroup = {
  name: "Import and export",
  about: "Many spaces at once as a spreadsheet, and the whole configuration as one file.",
  operations: [
    {
      call: "get /api/exports/spaces",
      summary: "Every space of the caller's sites with its sources, as CSV; importing it unchanged changes nothing",
      needs: "space:write",
      answer: "text/csv",
    },
    {
      call: "get /api/imports/spaces",
      summary: "The columns of an import, with rows that show how they are filled in",
      needs: "space:write",
      answer: "text/csv",
    },
    {
      call: "post /api/imports/spaces",
      summary: "What importing a CSV or .xlsx file would do, row by row; changes nothing",
      needs: "space:write",
      body: "application/octet-stream",
      answer: ImportReport,
    },
    {
      call: "post /api/imports/spaces/apply",
      summary: "Does what the preview with this fingerprint said, all or nothing",
      needs: "space:write",
      query: z.object(ImportApply.shape),
      body: "application/octet-stream",
      answer: ImportResult,
      problems: ["conflict"],
    },
    {
      call: "post /api/imports/spaces/undo",
      summary: "Archives what an import made, all or nothing",
      needs: "space:write",
      body: ImportUndo,
      answer: ImportUndone,
      problems: ["conflict"],
    },
    {
      call: "get /api/configuration",
      summary: "The whole configuration as one file, without secrets, people and readings",
      needs: "settings:read",
      answer: Configuration,
    },
    {
      call: "post /api/configuration/import",
      summary: "What is in a configuration file; with apply=true it is restored where there are no spaces yet",
      needs: "settings:write",
      query: ConfigurationImportQuery,
      body: Configuration,
      answer: ConfigurationSummary,
      problems: ["conflict"],
    },
  ],
};
