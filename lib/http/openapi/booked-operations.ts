import { BookedHistory } from "@/lib/core/booked/booked-history";
import { FigureQuery } from "@/lib/core/space-metrics";
import { VisitorDay, VisitorDayQuery } from "@/lib/core/visitor-day";
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

export const visitorOperations: OperationGroup = {
  name: "Visitors",
  about: "Who is expected, in and gone, by the site's clock. Names are for operators; that somebody looked is noted.",
  operations: [
    {
      call: "get /api/sites/{siteId}/visitors/day",
      summary: "The visitors of a day: counts, arrivals by half hour, and visits without names",
      needs: "floor:read",
      query: VisitorDayQuery,
      answer: VisitorDay,
      problems: ["invalid", "not-found"],
    },
    {
      call: "get /api/sites/{siteId}/visitors/names",
      summary: "The same with names, where they are kept",
      needs: "visitor:read",
      query: VisitorDayQuery,
      answer: VisitorDay,
      problems: ["invalid", "not-found"],
    },
  ],
};
