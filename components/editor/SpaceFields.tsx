import { Select } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import { isSpaceShape, type Shape, type SpaceEdit } from "@/lib/core/floor-plan";
import { type KnownSpace, planOf, shapeName } from "@/lib/core/plan-editing/editor-state";
import type { SpaceType } from "@/lib/core/space-type";
import { useDispatch, useEditor } from "./editor-store";
import { Field, NumberField, TextField } from "./Field";

interface SpaceFieldsProps {
  readonly shape: Shape;
  readonly types: readonly SpaceType[];
  readonly disabled: boolean;
}

const NEW = "new";

/** What the space of a shape is called and used as. Nothing of it is true before the plan is published. */
export function SpaceFields({ shape, types, disabled }: SpaceFieldsProps) {
  const t = useText();
  const spaces = useEditor((state) => state.spaces);
  const dispatch = useDispatch();
  const space = shape.spaceId === null ? undefined : spaces.get(shape.spaceId);
  const edit = shape.edit ?? {};
  const change = (name: keyof SpaceEdit, value: string | number | null) =>
    dispatch({ type: "edit", edit: { [name]: value }, step: `${name} ${shape.id}` });
  const seal = () => dispatch({ type: "seal" });
  const typeId = edit.typeId === undefined ? (space?.typeId ?? null) : edit.typeId;
  const type = types.find(({ id }) => id === typeId);
  const offered = types.filter(({ kind, id }) => kind === null || kind === shape.kind || id === typeId);
  return (
    <>
      <TextField
        label={t("Name")}
        value={shapeName(shape, spaces, t)}
        disabled={disabled}
        maxLength={200}
        onChange={(value) => value.trim() && change("name", value)}
        onDone={seal}
      />
      <StandsFor shape={shape} space={space} spaces={spaces} disabled={disabled} />
      <Field label={t("Type")}>
        {(id) => (
          <Select
            id={id}
            size="sm"
            searchable
            clearable
            placeholder={t("None")}
            nothingFoundMessage={t("No such type")}
            data={offered.map(({ id: value, name: label }) => ({ value, label }))}
            value={typeId}
            disabled={disabled}
            onChange={(value) => change("typeId", value)}
          />
        )}
      </Field>
      <NumberField
        label={t("Capacity")}
        value={edit.capacity === undefined ? (space?.capacity ?? null) : edit.capacity}
        placeholder={type?.capacity ? t("{capacity}, by type", { capacity: type.capacity }) : t("Not said")}
        unit={t("people")}
        step={1}
        least={0}
        most={100_000}
        disabled={disabled}
        onChange={(value) => change("capacity", value === null ? null : Math.round(value))}
        onDone={seal}
      />
      <TextField
        label={t("Custom id")}
        value={edit.customId === undefined ? (space?.customId ?? "") : (edit.customId ?? "")}
        placeholder={t("None")}
        disabled={disabled}
        maxLength={200}
        onChange={(value) => change("customId", value.trim() || null)}
        onDone={seal}
      />
    </>
  );
}

interface StandsForProps {
  readonly shape: Shape;
  readonly space: KnownSpace | undefined;
  readonly spaces: ReadonlyMap<string, KnownSpace>;
  readonly disabled: boolean;
}

/** The space a shape is the outline of: one that is not drawn yet, or a new one. */
function StandsFor({ shape, space, spaces, disabled }: StandsForProps) {
  const t = useText();
  const dispatch = useDispatch();
  const drawn = useEditor((state) => planOf(state).shapes);
  const taken = new Set(drawn.flatMap(({ spaceId }) => spaceId ?? []));
  const free = [...spaces.values()].filter(
    ({ id, kind }) => kind === shape.kind && (!taken.has(id) || id === space?.id),
  );
  if (!isSpaceShape(shape.kind)) return null;
  return (
    <Field label={t("Stands for")}>
      {(id) => (
        <Select
          id={id}
          size="sm"
          searchable
          allowDeselect={false}
          nothingFoundMessage={t("Nothing of that name is left")}
          data={[
            {
              value: NEW,
              label: t("A new {kind, select, room {room} zone {zone} other {desk}}", { kind: shape.kind }),
            },
            {
              group: t("On this floor, not on the plan"),
              items: free.filter((one) => one !== space).map(({ id: value, name: label }) => ({ value, label })),
            },
            ...(space ? [{ group: t("Now"), items: [{ value: space.id, label: space.name }] }] : []),
          ]}
          value={shape.spaceId ?? NEW}
          disabled={disabled}
          onChange={(value) => value && dispatch({ type: "bind", spaceId: value === NEW ? null : value })}
        />
      )}
    </Field>
  );
}
