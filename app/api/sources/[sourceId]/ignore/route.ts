import { readSource } from "@/lib/db/source-repository";
import { handle, json } from "@/lib/http/handle";
import { ofSource } from "@/lib/http/where";
import { ignoreSource } from "@/lib/services/sources/ignore-source";

/** Nobody wants to be asked where it stands; what it sends is kept. */
export const POST = handle<{ sourceId: string }>("source:assign", ofSource, async ({ params, actor }) => {
  await ignoreSource(params.sourceId, true, actor);
  return json(await readSource(params.sourceId));
});

/** It waits again. */
export const DELETE = handle<{ sourceId: string }>("source:assign", ofSource, async ({ params, actor }) => {
  await ignoreSource(params.sourceId, false, actor);
  return json(await readSource(params.sourceId));
});
