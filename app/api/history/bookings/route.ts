import { FigureQuery } from "@/lib/core/space-metrics";
import { handle, parseOrThrow, query } from "@/lib/http/handle";
import { jsonOrCsv } from "@/lib/http/json-or-csv";
import { ANYWHERE } from "@/lib/http/where";
import { personalWords } from "@/lib/runtime/personal-words";
import { bookedCsv } from "@/lib/services/history/booked-csv";
import { readBooked } from "@/lib/services/history/read-booked";

/** How booked time was used: who booked is counted, and never told. */
export const GET = handle("space:read", ANYWHERE, async ({ request, actor }) => {
  const asked = parseOrThrow(FigureQuery, query(request));
  return jsonOrCsv(request, await readBooked(asked, actor, { open: personalWords() }), bookedCsv, "bookings");
});
