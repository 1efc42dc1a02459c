import { readStaysOf } from "@/lib/db/stay-repository";
import { handle, json } from "@/lib/http/handle";
import { ofSource } from "@/lib/http/where";

/** Where it has stood, from when to when, by whose word; the newest first. */
export const GET = handle<{ sourceId: string }>("source:read", ofSource, async ({ params, actor }) =>
  json({ items: await readStaysOf(Number(params.sourceId), actor.sites) }),
);
