import { Button, Select, TagsInput } from "@mantine/core";
import { IconArchive } from "@tabler/icons-react";
import { CloseButton } from "@/components/frame/CloseButton";
import { useText } from "@/components/text/TextProvider";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { SpaceType } from "@/lib/core/space-type";
import { CommitText, wholeNumber } from "./CommitText";
import classes from "./SpaceDetails.module.css";
import { type Forest, mayMoveInto, outermost, possibleParents } from "./space-forest";
import { kindsWords } from "./space-words";
import type { SpaceActions } from "./use-space-actions";

interface SeveralSpacesProps {
  readonly spaces: readonly TreeSpace[];
  readonly forest: Forest;
  readonly types: readonly SpaceType[];
  readonly actions: SpaceActions;
  readonly onArchive: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** What can be done to several spaces at once. */
export function SeveralSpaces({ spaces, forest, types, actions, onArchive, onClose }: SeveralSpacesProps) {
  const t = useText();
  const ids = spaces.map(({ id }) => id);
  const kinds = new Set(spaces.map(({ kind }) => kind));
  const words = kindsWords(
    spaces.map(({ kind }) => kind),
    t,
  );
  const moved = outermost(forest, ids);
  const [firstKind] = kinds;
  const targets = (firstKind ? possibleParents(forest, firstKind) : []).filter(({ id }) =>
    mayMoveInto(forest, moved, id),
  );
  const offered = types.filter(({ kind }) => kind === null || (kinds.size === 1 && kind === firstKind));
  const save = (what: string, change: Parameters<SpaceActions["changeAll"]>[1]) =>
    actions.changeAll(spaces, change, t("{what} of {words} changed.", { what, words }));
  return (
    <section className={classes.panel} aria-label={words}>
      <header className={classes.head}>
        <div className={classes.row}>
          <span className={classes.kind}>{t("Chosen")}</span>
          <CloseButton onClick={onClose} />
        </div>
        <h2 className={classes.name}>{words}</h2>
      </header>
      <div className={classes.fields}>
        <Select
          label={t("Move to")}
          placeholder={targets.length === 0 ? t("No place takes all of them") : t("Choose a place")}
          disabled={targets.length === 0}
          data={targets.map(({ id, words: label }) => ({ value: id, label }))}
          value={null}
          searchable
          limit={200}
          onChange={(target) => target !== null && actions.move(ids, target)}
        />
        <Select
          label={t("Type for all")}
          placeholder={t("Choose a type")}
          data={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          searchable
          onChange={(typeId) => typeId !== null && save(t("Type"), { typeId })}
        />
        <CommitText
          label={t("Capacity for all")}
          value={null}
          inherited={t("as it is")}
          maxLength={6}
          check={wholeNumber(0, 100_000, t)}
          onCommit={(capacity) => capacity !== null && save(t("Capacity"), { capacity: Number(capacity) })}
        />
        <TagsInput
          label={t("Tags for all")}
          description={t("Replaces the tags they have.")}
          value={[]}
          onChange={(tags) => tags.length > 0 && save(t("Tags"), { tags })}
        />
      </div>
      <footer className={classes.foot}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArchive size={16} aria-hidden />}
          onClick={() => onArchive(moved)}
        >
          {t("Archive")}
        </Button>
      </footer>
    </section>
  );
}
