import { Button, Modal, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { type NamedId, useCreateSeries, useCreateSpace } from "@/lib/client/use-space-tree";
import { namesFromPattern } from "@/lib/core/name-pattern";
import { childKinds, type SpaceKind } from "@/lib/core/space";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { SpaceType } from "@/lib/core/space-type";
import { text } from "@/lib/core/text";
import classes from "./SpacesScreen.module.css";
import { counted, KIND_WORD, namesWords } from "./space-words";
import { timeZones } from "./time-zones";

interface AddSpacesProps {
  /** Where they will stand; null for a site. */
  readonly parent: TreeSpace | null;
  readonly types: readonly SpaceType[];
  readonly onAdded: (added: readonly NamedId[], words: string) => void;
  readonly onClose: () => void;
}

/** Adds a site, or one or many places inside another. */
export function AddSpaces(props: AddSpacesProps) {
  const t = useText();
  const { parent, onClose } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={parent ? t("Add inside {name}", { name: parent.name }) : t("Add a site")}
      size="md"
    >
      {parent ? <SeriesForm {...props} parent={parent} /> : <SiteForm {...props} />}
    </Modal>
  );
}

/** Ids come in the order of the names. */
const named = (ids: readonly string[], names: readonly string[]): NamedId[] =>
  ids.map((id, i) => ({ id, name: names[i] ?? "" }));

function SiteForm({ onAdded, onClose }: AddSpacesProps) {
  const t = useText();
  const create = useCreateSpace();
  const [name, setName] = useState("");
  const [timeZone, setTimeZone] = useState<string | null>(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const submit = () =>
    create.mutate(
      { kind: "site", parentId: null, name: name.trim(), timeZone },
      { onSuccess: ({ ids }) => onAdded(named(ids, [name.trim()]), t("“{name}” added.", { name: name.trim() })) },
    );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) submit();
      }}
    >
      <FormError message={create.error?.message ?? null} />
      <TextInput
        label={t("Name")}
        placeholder={t("Oslo")}
        data-autofocus
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t("Time zone")}
        description={t("Days and working hours are those of this clock.")}
        data={timeZones()}
        value={timeZone}
        onChange={setTimeZone}
        searchable
        limit={100}
        nothingFoundMessage={t("No such time zone")}
      />
      <Buttons label={t("Add the site")} isReady={name.trim() !== ""} isPending={create.isPending} onClose={onClose} />
    </form>
  );
}

const EXAMPLE: Record<SpaceKind, string> = {
  site: text("Oslo"),
  building: text("Kvartal 12"),
  floor: text("Floor 1–4"),
  room: text("Fjord, Vik, Room 3.01–3.12"),
  zone: text("North, South"),
  desk: text("Desk 1–40"),
};

function SeriesForm({ parent, types, onAdded, onClose }: AddSpacesProps & { readonly parent: TreeSpace }) {
  const t = useText();
  const create = useCreateSeries();
  const kinds = childKinds(parent.kind) as Exclude<SpaceKind, "site">[];
  const [kind, setKind] = useState(kinds[0] ?? "desk");
  const [pattern, setPattern] = useState("");
  const [typeId, setTypeId] = useState<string | null>(null);
  const found = namesFromPattern(pattern, t);
  const names = "names" in found ? found.names : [];
  const offered = types.filter((type) => type.kind === null || type.kind === kind);
  const submit = () =>
    create.mutate(
      { kind, parentId: parent.id, names: pattern, typeId },
      {
        onSuccess: ({ ids }) =>
          onAdded(
            named(ids, names),
            t("{spaces} added to “{parent}”.", { spaces: counted(ids.length, kind, t), parent: parent.name }),
          ),
      },
    );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (names.length > 0) submit();
      }}
    >
      <FormError message={create.error?.message ?? null} />
      {kinds.length > 1 ? (
        <SegmentedControl
          aria-label={t("What to add")}
          data={kinds.map((one) => ({ value: one, label: t(KIND_WORD[one]) }))}
          value={kind}
          onChange={(value) => {
            setKind(value as typeof kind);
            setTypeId(null);
          }}
        />
      ) : null}
      <Textarea
        label={t(
          "Names of the {kind, select, building {buildings} floor {floors} room {rooms} zone {zones} other {desks}}",
          { kind },
        )}
        description={t("One, several with commas or on lines of their own, or a run of numbers.")}
        placeholder={t(EXAMPLE[kind])}
        data-autofocus
        autosize
        minRows={1}
        maxRows={8}
        value={pattern}
        onChange={(event) => setPattern(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          if (names.length > 0 && !create.isPending) submit();
        }}
      />
      <p className={classes.preview} aria-live="polite">
        {"problem" in found
          ? pattern.trim() && found.problem
          : `${counted(names.length, kind, t)}: ${namesWords(names)}`}
      </p>
      {["room", "zone", "desk"].includes(kind) && offered.length > 0 ? (
        <Select
          label={t("Type")}
          placeholder={t("none")}
          data={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={typeId}
          onChange={setTypeId}
          clearable
        />
      ) : null}
      <Buttons
        label={names.length > 0 ? t("Add {spaces}", { spaces: counted(names.length, kind, t) }) : t("Add")}
        isReady={names.length > 0}
        isPending={create.isPending}
        onClose={onClose}
      />
    </form>
  );
}

interface ButtonsProps {
  readonly label: string;
  readonly isReady: boolean;
  readonly isPending: boolean;
  readonly onClose: () => void;
}

function Buttons({ label, isReady, isPending, onClose }: ButtonsProps) {
  const t = useText();
  return (
    <div className={classes.buttons}>
      <Button type="submit" disabled={!isReady} loading={isPending}>
        {label}
      </Button>
      <Button variant="default" onClick={onClose} disabled={isPending}>
        {t("Cancel")}
      </Button>
    </div>
  );
}
