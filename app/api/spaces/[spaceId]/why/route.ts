import { readIgnored } from "@/lib/db/why-repository";
import { handle, json } from "@/lib/http/handle";
import { inSpace } from "@/lib/http/where";

/** What the sources of a space said in the last day that is not what it shows, and why. */
export const GET = handle<{ spaceId: string }>("space:read", inSpace, async ({ params }) =>
  json(await readIgnored(params.spaceId)),
);
