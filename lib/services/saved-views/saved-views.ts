import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { MOST_SAVED_VIEWS, type SavedView, type SavedViewDraft, type SavedViewList } from "@/lib/core/saved-view";
import { say } from "@/lib/core/words";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { deleteSavedView, listSavedViews, upsertSavedView } from "@/lib/db/saved-view-repository";

/** The views of who asks. */
export async function readSavedViews({ userId }: Actor, db: Database = database()): Promise<SavedViewList> {
  return { items: await listSavedViews(userId, db) };
}

/** Keeps a view under its name, audited. Throws `conflict` when there are too many. */
export async function saveView(draft: SavedViewDraft, actor: Actor, db: Database = database()): Promise<SavedView> {
  return inTransaction(db.read, async (client) => {
    const view = await upsertSavedView(client, actor.userId, draft);
    if (!view)
      throw new AppError(
        "conflict",
        say("{most} views are as many as can be kept. Remove one first.", { most: MOST_SAVED_VIEWS }),
      );
    const entry = { actor, objectType: "saved-view", objectId: view.id };
    await writeAudit(client, { ...entry, action: "saved-view.save", after: { name: view.name, search: view.search } });
    return view;
  });
}

/** Forgets a view of their own, audited. Throws `not-found`. */
export async function forgetView(id: string, actor: Actor, db: Database = database()): Promise<void> {
  await inTransaction(db.read, async (client) => {
    const view = await deleteSavedView(client, actor.userId, id);
    if (!view) throw new AppError("not-found", "There is no such view of yours.");
    const entry = { actor, objectType: "saved-view", objectId: id };
    await writeAudit(client, {
      ...entry,
      action: "saved-view.delete",
      before: { name: view.name, search: view.search },
    });
  });
}
