import { AlertCounts, AlertCountsQuery } from "@/lib/core/alert-counts";
import { LookAnswer } from "@/lib/core/alert-look";
import { SavedView, SavedViewDraft, SavedViewList } from "@/lib/core/saved-view";
import type { OperationGroup } from "./operation";

export const inboxOperations: OperationGroup = {
  name: "Alerts for people",
  about: "What the inbox needs beside the alerts themselves: one's own views, and who there is.",
  operations: [
    { call: "get /api/saved-views", summary: "One's own views", needs: "account:write", answer: SavedViewList },
    {
      call: "post /api/saved-views",
      summary: "Keeps a view; a name that is there already gets the new search",
      needs: "account:write",
      body: SavedViewDraft,
      answer: SavedView,
      problems: ["conflict"],
    },
    {
      call: "delete /api/saved-views/{viewId}",
      summary: "Forgets a view of one's own",
      needs: "account:write",
      answer: null,
    },
    {
      call: "get /api/alerts/counts",
      summary: "What the views of the inbox would show, and how the devices do",
      needs: "alert:read",
      query: AlertCountsQuery,
      answer: AlertCounts,
    },
    {
      call: "post /api/alerts/look",
      summary: "Says that one looks at the alerts; answers since when they are new to who asks",
      needs: "account:write",
      answer: LookAnswer,
    },
  ],
};
