import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { SpaceTypeChange, SpaceTypeDraft } from "@/lib/core/space-type";
import { say } from "@/lib/core/words";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { parseId } from "@/lib/db/parse-id";
import {
  countSpacesOf,
  deleteSpaceType,
  insertSpaceType,
  isTaken,
  lockSpaceType,
  writeSpaceType,
} from "@/lib/db/space-type-repository";

const about = (id: number | string) => ({ objectType: "space-type", objectId: String(id) });
const taken = (name: string) => new AppError("conflict", say("There is a type called “{name}” already.", { name }));
const notThere = () => new AppError("not-found", "There is no such type.");

/** Adds a type, audited; answers its id. Throws `conflict` when its name is taken. */
export function createSpaceType(draft: SpaceTypeDraft, actor: Actor, db: Database = database()): Promise<string> {
  return inTransaction(db.read, async (client) => {
    const id = await insertSpaceType(client, draft);
    if (id === null) throw taken(draft.name);
    await writeAudit(client, { actor, action: "space-type.create", ...about(id), after: draft });
    return String(id);
  });
}

/**
 * Changes a type, audited. Answers the floors on which that shows. Throws `not-found`, or `conflict` when the name is
 * taken or spaces of another kind are of it.
 */
export function changeSpaceType(
  typeId: string,
  change: SpaceTypeChange,
  actor: Actor,
  db: Database = database(),
): Promise<readonly number[]> {
  return inTransaction(db.read, async (client) => {
    const id = parseId(typeId);
    const before = id === null ? null : await lockSpaceType(client, id);
    if (id === null || !before) throw notThere();
    const said = Object.entries(change).filter(([, value]) => value !== undefined);
    const after = { ...before, ...(Object.fromEntries(said) as Partial<typeof before>) };
    if (await isTaken(client, after.name, id)) throw taken(after.name);
    const others = after.kind === null ? 0 : await countSpacesOf(client, id, after.kind);
    if (others > 0)
      throw new AppError(
        "conflict",
        say(
          "{count, plural, one {# space is} other {# spaces are}} of this type, and no {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}}.",
          {
            count: others,
            kind: after.kind ?? "",
          },
        ),
      );
    await writeAudit(client, { actor, action: "space-type.update", ...about(id), before, after });
    return writeSpaceType(client, id, after);
  });
}

/** Takes a type away, audited. Throws `not-found`, or `conflict` while spaces are of it. */
export function removeSpaceType(typeId: string, actor: Actor, db: Database = database()): Promise<void> {
  return inTransaction(db.read, async (client) => {
    const id = parseId(typeId);
    const before = id === null ? null : await lockSpaceType(client, id);
    if (id === null || !before) throw notThere();
    const used = await countSpacesOf(client, id, null);
    if (used > 0)
      throw new AppError(
        "conflict",
        say("{count, plural, one {# space is} other {# spaces are}} of this type. Give them another one first.", {
          count: used,
        }),
      );
    await deleteSpaceType(client, id);
    await writeAudit(client, { actor, action: "space-type.delete", ...about(id), before });
  });
}
