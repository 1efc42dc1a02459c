import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { useNameSearch } from "@/lib/client/use-maintenance-windows";

/** A space with all that is in it, or one device. */
export interface ChosenPlace {
  readonly kind: "space" | "source";
  readonly id: string;
}

interface PlaceFieldProps {
  readonly error: string | null;
  readonly onChoose: (place: ChosenPlace | null) => void;
}

/** Finds a space or a device by its name. */
export function PlaceField({ error, onChoose }: PlaceFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [asked] = useDebouncedValue(typed, 200);
  const { spaces, sources } = useNameSearch(chosen?.label === asked ? "" : asked);
  const found = [
    ...spaces.map(({ id, name, path }) => ({ value: `space ${id}`, label: [name, ...path.toReversed()].join(" · ") })),
    ...sources.map(({ id, name, space }) => ({
      value: `source ${id}`,
      label: [name, space?.name].filter(Boolean).join(" · "),
    })),
  ];
  const options = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label={t("What is closed")}
      description={t("A site, floor or room with all that is in it, or one device.")}
      placeholder={t("Type a name")}
      searchable
      error={error}
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={asked.trim() === "" ? t("Type a name.") : t("Nothing is called that.")}
      value={chosen?.value ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(value, option) => {
        setChosen(value === null ? null : { value, label: option?.label ?? value });
        const [kind, id = ""] = (value ?? "").split(" ");
        onChoose(value === null ? null : { kind: kind === "source" ? "source" : "space", id });
      }}
    />
  );
}
