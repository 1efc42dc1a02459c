import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { type NamedId, useArchiveSpaces, usePatchSpaces, useRestoreSpaces } from "@/lib/client/use-space-tree";
import type { SpaceChange } from "@/lib/core/space-requests";
import type { TreeSpace } from "@/lib/core/space-tree";
import { type Forest, outermost } from "./space-forest";
import { counted } from "./space-words";

/** Everything that is done to spaces on this page: said in a sentence, with a way back. */
export interface SpaceActions {
  readonly change: (space: TreeSpace, change: SpaceChange, done: string) => void;
  readonly changeAll: (spaces: readonly TreeSpace[], change: SpaceChange, done: string) => void;
  /** `onMoved`: when they stand there, with the first one's id. */
  readonly move: (ids: readonly string[], targetId: string, onMoved?: (id: string) => void) => void;
  /** With the names as they were typed, or as they are known where nobody types them: to take an adding back. */
  readonly archive: (targets: readonly NamedId[]) => void;
  readonly restore: (targets: readonly NamedId[]) => void;
}

export function useSpaceActions(forest: Forest): SpaceActions {
  const t = useText();
  const patch = usePatchSpaces();
  const archiving = useArchiveSpaces();
  const restoring = useRestoreSpaces();

  const changeAll = (spaces: readonly TreeSpace[], change: SpaceChange, done: string, onDone?: () => void) => {
    const back = spaces.map((space) => ({ id: space.id, change: reverse(space, change) }));
    const onError = (error: Error) => tellFailure(error, t("Not changed."));
    const undo = () => patch.mutate({ changes: back }, { onError });
    const changes = spaces.map(({ id }) => ({ id, change }));
    const onSuccess = () => {
      tellWithUndo(done, undo);
      onDone?.();
    };
    patch.mutate({ changes }, { onError, onSuccess });
  };
  const restore = (targets: readonly NamedId[]) =>
    restoring.mutate(idsOf(targets), {
      onError: (error) => tellFailure(error, t("Not restored.")),
      onSuccess: (count) =>
        tellWithUndo(t("{count, plural, one {# space} other {# spaces}} restored.", { count }), () => archive(targets)),
    });
  const archive = (targets: readonly NamedId[]) =>
    archiving.mutate(targets, {
      onError: (error) => tellFailure(error, t("Not archived.")),
      onSuccess: (count) =>
        tellWithUndo(t("{count, plural, one {# space} other {# spaces}} archived.", { count }), () => restore(targets)),
    });
  const move: SpaceActions["move"] = (ids, targetId, onMoved) => {
    const moved = outermost(forest, ids).flatMap((id) => forest.byId.get(id) ?? []);
    const [first] = moved;
    const what = moved.length === 1 && first ? t("“{name}”", { name: first.name }) : counted(moved.length, "space", t);
    const where = forest.byId.get(targetId)?.name ?? "";
    changeAll(
      moved,
      { parentId: targetId },
      t("{what} moved to “{where}”.", { what, where }),
      () => first && onMoved?.(first.id),
    );
  };
  return { change: (space, change, done) => changeAll([space], change, done), changeAll, move, archive, restore };
}

const idsOf = (targets: readonly NamedId[]) => targets.map(({ id }) => id);

/** The change that takes a change back. */
function reverse(space: TreeSpace, change: SpaceChange): SpaceChange {
  const before = { ...space, name: space.ownName };
  return Object.fromEntries(
    Object.keys(change).map((field) => [field, before[field as keyof typeof before]]),
  ) as SpaceChange;
}
