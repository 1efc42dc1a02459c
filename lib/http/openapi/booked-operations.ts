import { BookedHistory } from "@/lib/core/booked/booked-history";
import { FigureQuery } from "@/lib/core/space-metrics";
import type { OperationGroup } from "./operation";

export const bookedOperations: OperationGroup = {
  name: "Bookings",
  about:
    "How booked time was used. Sensors tell whether somebody came; what they could not see is told apart and is never a no-show. Who booked is never told.",
  operations: [
    {
      call: "get /api/history/bookings",
      summary: "Booked and used, booked and empty, used without booking and neither, with no-shows",
      needs: "space:read",
      query: FigureQuery,
      answer: BookedHistory,
      csv: true,
      problems: ["invalid", "not-found"],
    },
  ],
};
