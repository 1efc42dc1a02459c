import { Button, Popover, Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBuilding } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { HistoryChoices } from "@/lib/core/history-choices";
import type { Text } from "@/lib/core/text";
import classes from "./SubjectPicker.module.css";
import type { ChangeView, HistoryView } from "./use-history-view";

interface SubjectPickerProps {
  readonly view: HistoryView;
  readonly onChange: ChangeView;
  readonly choices: HistoryChoices;
  /** What is looked at, in words. */
  readonly words: string;
}

/** Which spaces: all of a kind, type or tag within a place. */
export function SubjectPicker({ view, onChange, choices, words }: SubjectPickerProps) {
  const t = useText();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const fresh = {
    spaces: null,
    cell: null,
    compare: view.compare === "space" ? ("none" as const) : view.compare,
    with: null,
  };
  const common = { size: "sm", comboboxProps: { withinPortal: false } } as const;
  return (
    <Popover opened={isOpen} onChange={close} position="bottom-start" shadow="md" trapFocus width={300}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBuilding size={16} stroke={1.75} aria-hidden />}
          aria-label={t("Spaces: {words}", { words })}
          onClick={toggle}
        >
          <span className={classes.words}>{words}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.box ?? ""} aria-label={t("Which spaces")}>
        <Select
          {...common}
          searchable
          label={t("Within")}
          data={choices.places.map((place) => ({ value: place.id, label: placePath(place.id, choices) }))}
          value={view.within ?? choices.places[0]?.id ?? null}
          onChange={(within) => within && onChange({ ...fresh, within })}
          allowDeselect={false}
        />
        <Select
          {...common}
          label={t("Kind")}
          data={[
            { value: "room", label: t("Rooms") },
            { value: "zone", label: t("Zones") },
            { value: "desk", label: t("Desks") },
          ]}
          value={view.kind}
          onChange={(kind) => kind && onChange({ ...fresh, kind: kind as HistoryView["kind"] })}
          allowDeselect={false}
        />
        {choices.types.length > 0 && (
          <Select
            {...common}
            searchable
            clearable
            label={t("Type")}
            placeholder={t("Any type")}
            data={choices.types.map(({ id, name }) => ({ value: id, label: name }))}
            value={view.type}
            onChange={(type) => onChange({ ...fresh, type })}
          />
        )}
        {choices.tags.length > 0 && (
          <Select
            {...common}
            searchable
            clearable
            label={t("Tag")}
            placeholder={t("Any tag")}
            data={[...choices.tags]}
            value={view.tag}
            onChange={(tag) => onChange({ ...fresh, tag })}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** "Riverside / Alder House / Level 1". */
export function placePath(id: string, { places }: HistoryChoices): string {
  const place = places.find((one) => one.id === id);
  if (!place) return "";
  const above = place.parentId === null ? "" : placePath(place.parentId, { places, types: [], tags: [] });
  return above ? `${above} / ${place.name}` : place.name;
}

/** What a kind is called when many of it are meant. */
export function kindWords(kind: HistoryView["kind"], t: Text): string {
  switch (kind) {
    case "room":
      return t("rooms");
    case "zone":
      return t("zones");
    case "desk":
      return t("desks");
  }
}
