import { Button, Group, NumberInput, Select, Stack, TagsInput } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import { type FloorWish, NO_WISH, wishCount } from "./floor-filter";

interface FilterFormProps {
  readonly wish: FloorWish;
  readonly onWish: (wish: Partial<FloorWish>) => void;
  readonly choices: { readonly types: readonly string[]; readonly tags: readonly string[] };
}

const asKind = (value: string | null): FloorWish["kind"] =>
  value === "room" || value === "zone" || value === "desk" ? value : null;

/** Kind, type, tags and seats. What does not match falls back; it does not vanish. */
export function FilterForm({ wish, onWish, choices }: FilterFormProps) {
  const t = useText();
  const kinds = [
    { value: "room", label: t("Rooms") },
    { value: "zone", label: t("Zones") },
    { value: "desk", label: t("Desks") },
  ];
  const inside = { withinPortal: false };
  return (
    <Stack gap="sm">
      <Select
        label={t("Kind")}
        placeholder={t("Any")}
        data={kinds}
        value={wish.kind}
        onChange={(value) => onWish({ kind: asKind(value) })}
        comboboxProps={inside}
        clearable
      />
      {choices.types.length === 0 ? null : (
        <Select
          label={t("Type")}
          placeholder={t("Any")}
          data={[...choices.types]}
          value={wish.type}
          onChange={(type) => onWish({ type })}
          comboboxProps={inside}
          clearable
          searchable
        />
      )}
      {choices.tags.length === 0 ? null : (
        <TagsInput
          label={t("Tags")}
          data={[...choices.tags]}
          value={[...wish.tags]}
          onChange={(tags) => onWish({ tags: tags.filter((tag) => choices.tags.includes(tag)) })}
          comboboxProps={inside}
        />
      )}
      <NumberInput
        label={t("Seats, at least")}
        min={0}
        max={10_000}
        value={wish.seats === 0 ? "" : wish.seats}
        placeholder={t("Any")}
        onChange={(seats) => onWish({ seats: Number(seats) || 0 })}
      />
      <Group justify="end">
        <Button
          variant="default"
          size="xs"
          disabled={wishCount(wish) === 0}
          onClick={() => onWish({ ...NO_WISH, find: wish.find })}
        >
          {t("Clear")}
        </Button>
      </Group>
    </Stack>
  );
}
