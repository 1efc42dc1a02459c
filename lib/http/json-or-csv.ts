import "server-only";
import { json } from "./handle";

/** JSON, or the same as a CSV file for those who ask for `text/csv`. */
export function jsonOrCsv<T>(request: Request, answer: T, toCsv: (answer: T) => string, fileName: string): Response {
  if (!request.headers.get("accept")?.includes("text/csv")) return json(answer);
  return new Response(toCsv(answer), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}.csv"`,
      "cache-control": "no-store",
    },
  });
}
