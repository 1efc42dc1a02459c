import { SavedViewDraft } from "@/lib/core/saved-view";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { readSavedViews, saveView } from "@/lib/services/saved-views/saved-views";

/** One's own views of the alerts. */
export const GET = handle("account:write", ANYWHERE, async ({ actor }) => json(await readSavedViews(actor)));

/** Keeps a view; a name that is there already gets the new search. */
export const POST = handle("account:write", ANYWHERE, async ({ request, actor }) =>
  json(await saveView(parseOrThrow(SavedViewDraft, await jsonBody(request)), actor)),
);
