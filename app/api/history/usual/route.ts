import { UsualQuery } from "@/lib/core/space-metrics";
import { handle, parseOrThrow, query } from "@/lib/http/handle";
import { jsonOrCsv } from "@/lib/http/json-or-csv";
import { ANYWHERE } from "@/lib/http/where";
import { usualCsv } from "@/lib/services/history/history-csv";
import { readUsual } from "@/lib/services/history/read-usual";

/** What is usual in a space in this hour of the week. */
export const GET = handle("space:read", ANYWHERE, async ({ request, actor }) =>
  jsonOrCsv(request, await readUsual(parseOrThrow(UsualQuery, query(request)), actor), usualCsv, "usual"),
);
