import { readSiteVisitors } from "@/lib/db/visitor-repository";
import { handle, json } from "@/lib/http/handle";
import { inSite } from "@/lib/http/where";

/** How many visitors a site expects today, has, and had: never who. */
export const GET = handle<{ siteId: string }>("floor:read", inSite, async ({ params }) =>
  json(await readSiteVisitors(params.siteId)),
);
