import { SpaceTypeDraft } from "@/lib/core/space-type";
import { listSpaceTypes } from "@/lib/db/space-type-repository";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { createSpaceType } from "@/lib/services/space-types/space-types";

/** Every type; spaces are counted within the caller's sites. */
export const GET = handle("space:read", ANYWHERE, async ({ actor }) =>
  json({ items: await listSpaceTypes(actor.sites) }),
);

/** Adds a type. Types are shared by all sites. */
export const POST = handle("settings:write", ANYWHERE, async ({ request, actor }) =>
  json({ id: await createSpaceType(parseOrThrow(SpaceTypeDraft, await jsonBody(request)), actor) }),
);
