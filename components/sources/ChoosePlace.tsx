import { Modal, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import type { Places } from "@/lib/core/places";
import type { TreeSpace } from "@/lib/core/space-tree";
import classes from "./ChoosePlace.module.css";

interface ChoosePlaceProps {
  readonly opened: boolean;
  readonly places: Places;
  readonly title: string;
  readonly onClose: () => void;
  readonly onChoose: (space: TreeSpace) => void;
}

/** Any place, found by its name and what it is in. */
export function ChoosePlace({ opened, places, title, onClose, onChoose }: ChoosePlaceProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} padding="lg">
      <PlaceSearch places={places} onChoose={onChoose} />
    </Modal>
  );
}

const MOST = 12;

function PlaceSearch({ places, onChoose }: Pick<ChoosePlaceProps, "places" | "onChoose">) {
  const t = useText();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const found = places.find(words, MOST);
  const active = found[Math.min(at, found.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((index) => Math.max(0, Math.min(found.length - 1, index + step)));
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      onChoose(active);
    }
  };
  return (
    <>
      <TextInput
        data-autofocus
        placeholder={t("Name of a room, desk, zone or floor")}
        aria-label={t("Find a place")}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="places-found"
        aria-activedescendant={active ? `place-${active.id}` : undefined}
        leftSection={<IconSearch size={16} stroke={1.75} />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="places-found" role="listbox" aria-label={t("Places")} className={classes.list}>
        {found.map((space) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as a combobox does
          <div
            key={space.id}
            id={`place-${space.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={space === active}
            className={classes.place}
            onClick={() => onChoose(space)}
          >
            <span className={classes.name}>{space.name}</span>
            <span className={classes.above}>{[space.kind, places.above(space.id)].filter(Boolean).join(" · ")}</span>
          </div>
        ))}
      </div>
      {words.trim() !== "" && found.length === 0 ? <p className={classes.none}>{t("No place is called so.")}</p> : null}
    </>
  );
}
