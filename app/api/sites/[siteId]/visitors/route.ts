import { readSiteVisitors } from "@/lib/db/visitor-repository";
import { handle, json } from "@/lib/http/handle";

/** How many visitors a site expects today, has, and had: never who. */
export const GET = handle<{ siteId: string }>("floor:read", async ({ params }) =>
  json(await readSiteVisitors(params.siteId)),
);
