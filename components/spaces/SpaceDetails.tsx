import { Anchor, Button, Select, TagsInput } from "@mantine/core";
import { IconArchive, IconPlus } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { CloseButton } from "@/components/frame/CloseButton";
import { useText } from "@/components/text/TextProvider";
import { childKinds } from "@/lib/core/space";
import type { SpaceChange } from "@/lib/core/space-requests";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { SpaceType } from "@/lib/core/space-type";
import type { Text } from "@/lib/core/text";
import { CommitText, wholeNumber } from "./CommitText";
import { HolidayList } from "./HolidayList";
import { HoursField } from "./HoursField";
import classes from "./SpaceDetails.module.css";
import { type Forest, placeWords, possibleParents } from "./space-forest";
import { counted, KIND_ICON, KIND_WORD } from "./space-words";
import { timeZones } from "./time-zones";
import type { SpaceActions } from "./use-space-actions";

interface SpaceDetailsProps {
  readonly space: TreeSpace;
  readonly forest: Forest;
  readonly types: readonly SpaceType[];
  readonly actions: SpaceActions;
  readonly onAdd: (parentId: string) => void;
  readonly onArchive: (ids: readonly string[]) => void;
  readonly onShowTypes: () => void;
  readonly onClose: () => void;
  /** The keyboard was brought here: it goes to the first field. */
  readonly takesFocus: boolean;
  readonly onFocused: () => void;
}

/** What is said of one space, whose word each value is, and how to go back to the one above it. */
export function SpaceDetails(props: SpaceDetailsProps) {
  const t = useText();
  const { space, forest, onAdd, onArchive, onClose, takesFocus, onFocused } = props;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    box.current?.querySelector("input")?.focus();
    onFocused();
  }, [takesFocus, onFocused]);
  const Icon = KIND_ICON[space.kind];
  const inner = childKinds(space.kind);
  return (
    <section className={classes.panel} aria-label={space.name} ref={box}>
      <header className={classes.head}>
        <div className={classes.row}>
          <span className={classes.kind}>
            <Icon size={14} aria-hidden /> {t(KIND_WORD[space.kind])}
          </span>
          <CloseButton onClick={onClose} />
        </div>
        <h2 className={classes.name}>{space.name}</h2>
        <p className={classes.place}>
          {[placeWords(forest, space.id), space.sources > 0 ? counted(space.sources, "source", t) : t("no source")]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </header>
      <div className={classes.fields}>
        <NameFields {...props} />
        <PlaceFields {...props} />
        <UseFields {...props} />
        <TimeFields {...props} />
      </div>
      <footer className={classes.foot}>
        {inner.length > 0 ? (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onAdd(space.id)}>
            {t("Add inside")}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArchive size={16} aria-hidden />}
          onClick={() => onArchive([space.id])}
        >
          {t("Archive")}
        </Button>
      </footer>
    </section>
  );
}

type FieldsProps = Pick<SpaceDetailsProps, "space" | "forest" | "types" | "actions" | "onShowTypes">;

/** Saves one field, with the sentence that says so. */
const saver =
  ({ space, actions }: FieldsProps, t: Text) =>
  (what: string, change: SpaceChange) =>
    actions.change(space, change, t("{what} of “{name}” changed.", { what, name: space.name }));

function NameFields(props: FieldsProps) {
  const t = useText();
  const { space } = props;
  const save = saver(props, t);
  return (
    <>
      <CommitText
        label={t("Name")}
        value={space.ownName}
        inherited={space.vendorName ?? ""}
        maxLength={200}
        check={oneLine(t)}
        description={
          <Reset
            when={space.ownName !== null && space.vendorName !== null}
            words={t("Its vendor says “{words}”.", { words: space.vendorName ?? "" })}
            action={t("Use that")}
            onReset={() => save(t("Name"), { name: null })}
          />
        }
        onCommit={(name) => (name !== null || space.vendorName !== null) && save(t("Name"), { name })}
      />
      <CommitText
        label={t("Id")}
        value={space.customId}
        inherited={space.vendorCustomId ?? t("none")}
        maxLength={200}
        check={oneLine(t)}
        description={
          <Reset
            when={space.customId !== null && space.vendorCustomId !== null}
            words={t("Its vendor says “{words}”.", { words: space.vendorCustomId ?? "" })}
            action={t("Use that")}
            onReset={() => save(t("Id"), { customId: null })}
          />
        }
        onCommit={(customId) => save(t("Id"), { customId })}
      />
    </>
  );
}

function PlaceFields(props: FieldsProps) {
  const t = useText();
  const { space, forest, actions } = props;
  const save = saver(props, t);
  const parents = possibleParents(forest, space.kind);
  return (
    <>
      {space.kind === "site" ? null : (
        <Select
          label={t("Stands in")}
          data={parents.map(({ id, words }) => ({ value: id, label: words }))}
          value={space.parentId}
          searchable
          allowDeselect={false}
          limit={200}
          nothingFoundMessage={t("No such place")}
          onChange={(parentId) =>
            parentId !== null && parentId !== space.parentId && actions.move([space.id], parentId)
          }
        />
      )}
      <CommitText
        label={space.kind === "floor" ? t("Level") : t("Order")}
        value={String(space.sortOrder)}
        maxLength={6}
        check={wholeNumber(-10_000, 10_000, t)}
        description={t("Lower numbers come first, then names.")}
        onCommit={(order) => save(t("Order"), { sortOrder: Number(order ?? 0) })}
      />
    </>
  );
}

function UseFields(props: FieldsProps) {
  const t = useText();
  const { space, types, onShowTypes } = props;
  const save = saver(props, t);
  const isUsed = ["room", "zone", "desk"].includes(space.kind);
  const offered = types.filter(({ kind, id }) => kind === null || kind === space.kind || id === space.typeId);
  const type = types.find(({ id }) => id === space.typeId);
  const fromType =
    type?.capacity === null || type === undefined
      ? null
      : t("{capacity} from {type}", { capacity: type.capacity, type: type.name });
  return (
    <>
      {isUsed ? (
        <>
          <Select
            label={t("Type")}
            placeholder={t("none")}
            data={offered.map(({ id, name }) => ({ value: id, label: name }))}
            value={space.typeId}
            clearable
            searchable
            description={
              <Anchor component="button" type="button" size="xs" onClick={onShowTypes}>
                {t("All types")}
              </Anchor>
            }
            onChange={(typeId) => save(t("Type"), { typeId })}
          />
          <CommitText
            label={t("Capacity")}
            value={space.capacity === null ? null : String(space.capacity)}
            inherited={fromType ?? t("not set")}
            maxLength={6}
            check={wholeNumber(0, 100_000, t)}
            description={
              <Reset
                when={space.capacity !== null && fromType !== null}
                words={t("Its type says {capacity}.", { capacity: type?.capacity ?? "" })}
                action={t("Use that")}
                onReset={() => save(t("Capacity"), { capacity: null })}
              />
            }
            onCommit={(capacity) => save(t("Capacity"), { capacity: capacity === null ? null : Number(capacity) })}
          />
        </>
      ) : null}
      <TagsInput
        label={t("Tags")}
        placeholder={space.tags.length === 0 ? t("Type a word, press Enter") : ""}
        value={space.tags}
        maxTags={50}
        onChange={(tags) => save(t("Tags"), { tags: tags.map((tag) => tag.trim().slice(0, 50)).filter(Boolean) })}
      />
    </>
  );
}

function TimeFields(props: FieldsProps) {
  const t = useText();
  const { space, forest } = props;
  const save = saver(props, t);
  const source = space.hoursFrom === null ? undefined : forest.byId.get(space.hoursFrom);
  return (
    <>
      {space.kind === "site" ? (
        <Select
          label={t("Time zone")}
          placeholder="UTC"
          data={timeZones()}
          value={space.timeZone}
          searchable
          clearable
          limit={100}
          nothingFoundMessage={t("No such time zone")}
          onChange={(timeZone) => save(t("Time zone"), { timeZone })}
        />
      ) : null}
      <HoursField space={space} source={source} onSave={(workingHours) => save(t("Working hours"), { workingHours })} />
      {space.kind === "site" ? (
        <HolidayList
          key={space.id}
          holidays={space.holidays ?? []}
          onSave={(holidays) => save(t("Holidays"), { holidays })}
        />
      ) : null}
    </>
  );
}

const oneLine = (t: Text) => (text: string) => (/\p{Cc}/u.test(text) ? t("One line of text.") : null);

interface ResetProps {
  readonly when: boolean;
  readonly words: string;
  readonly action: string;
  readonly onReset: () => void;
}

/** What the value above says, and the way back to it. */
function Reset({ when, words, action, onReset }: ResetProps) {
  if (!when) return null;
  return (
    <>
      {words}{" "}
      <Anchor component="button" type="button" size="xs" onClick={onReset}>
        {action}
      </Anchor>
    </>
  );
}
