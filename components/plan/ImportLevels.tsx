import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { PlanThumb } from "@/components/plans/PlanThumb";
import { useText } from "@/components/text/TextProvider";
import { usePlaces } from "@/lib/client/use-places";
import type { Places } from "@/lib/core/places";
import type { PlanImportApply, PlanImportPreview } from "@/lib/core/plan-import/plan-import";
import { thumbnailOf } from "@/lib/core/plan-overview";
import classes from "./ImportPlan.module.css";
import { levelWords } from "./import-level-words";

interface ImportLevelsProps {
  readonly preview: PlanImportPreview;
  readonly fileName: string;
  readonly isBusy: boolean;
  readonly onApply: (wish: PlanImportApply) => void;
  readonly onOther: () => void;
}

type Level = PlanImportPreview["levels"][number];

/** What an admin said of a level; what is left out is as proposed. */
interface Choice {
  readonly isWanted?: boolean;
  readonly name?: string;
  readonly floorId?: string;
}

const NEW = "new";
const buildingsOf = (places: Places) => [...places.byId.values()].filter(({ kind }) => kind === "building");
const floorsOf = (places: Places, buildingId: string | null) =>
  places.floors.filter(({ parentId }) => parentId === buildingId);
const sameName = <T extends { name: string }>(among: readonly T[], name: string | null) =>
  among.find((one) => one.name.toLowerCase() === name?.toLowerCase());

/** Which levels of a file go to which floors. */
export function ImportLevels({ preview, fileName, isBusy, onApply, onOther }: ImportLevelsProps) {
  const t = useText();
  const places = usePlaces();
  const [chosenBuilding, setBuilding] = useState<string | null>(null);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  if (!places) return <p className={classes.quiet}>{t("Loading your buildings…")}</p>;
  const buildings = buildingsOf(places);
  const proposed = sameName(buildings, preview.levels.find(({ building }) => building !== null)?.building ?? null);
  const buildingId = chosenBuilding ?? (proposed ?? buildings[0])?.id ?? null;
  const floors = floorsOf(places, buildingId);
  const chosen = preview.levels.map((level) => {
    const {
      isWanted = true,
      name = level.name,
      floorId = sameName(floors, name)?.id ?? NEW,
    } = choices[level.key] ?? {};
    return { level, isWanted, name, floorId };
  });
  const wanted = chosen.filter(({ isWanted }) => isWanted);
  const choose = (key: string) => (change: Choice) =>
    setChoices((all) => ({ ...all, [key]: { ...all[key], ...change } }));
  const apply = () => {
    if (buildingId === null) return;
    const levels = wanted.map(({ level: { ordinal, plan }, name, floorId }) => ({
      floorId: floorId === NEW ? null : floorId,
      name,
      ordinal,
      plan,
    }));
    onApply({ buildingId, levels });
  };
  return (
    <>
      <p className={classes.lead} role="status">
        {t(
          "{fileName}: {count, plural, one {one level} other {# levels}}. Each becomes a draft; viewers see nothing of it until you publish.",
          { fileName, count: preview.levels.length },
        )}
      </p>
      <Select
        label={t("Building")}
        data={buildings.map(({ id, name }) => ({ value: id, label: `${name} · ${places.above(id)}` }))}
        value={buildingId}
        onChange={(value) => {
          setBuilding(value);
          setChoices({});
        }}
        allowDeselect={false}
        searchable
        placeholder={
          buildings.length === 0 ? t("There is no building yet: add one under Spaces") : t("Choose a building")
        }
        disabled={buildings.length === 0}
      />
      <ul className={classes.levels}>
        {chosen.map((one) => (
          <LevelRow key={one.level.key} {...one} floors={floors} onChange={choose(one.level.key)} />
        ))}
      </ul>
      <div className={classes.actions}>
        <Button variant="default" onClick={onOther} disabled={isBusy}>
          {t("Another file")}
        </Button>
        <Button onClick={apply} loading={isBusy} disabled={wanted.length === 0 || buildingId === null}>
          {t("{count, plural, one {Make # draft} other {Make # drafts}}", { count: wanted.length })}
        </Button>
      </div>
    </>
  );
}

interface LevelRowProps extends Required<Choice> {
  readonly level: Level;
  readonly floors: readonly { id: string; name: string }[];
  readonly onChange: (change: Choice) => void;
}

function LevelRow({ level, isWanted, name, floorId, floors, onChange }: LevelRowProps) {
  const t = useText();
  const options = [
    { value: NEW, label: t("New floor") },
    ...floors.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <li className={classes.level} data-off={!isWanted || undefined}>
      <Checkbox
        aria-label={t("Import {name}", { name: level.name })}
        checked={isWanted}
        onChange={({ currentTarget }) => onChange({ isWanted: currentTarget.checked })}
      />
      <PlanThumb thumbnail={thumbnailOf(level.plan)} />
      <div className={classes.words}>
        <div className={classes.fields}>
          <Select
            aria-label={t("Floor for {name}", { name: level.name })}
            data={options}
            value={floorId}
            onChange={(value) => value && onChange({ floorId: value })}
            allowDeselect={false}
            disabled={!isWanted}
          />
          {floorId === NEW ? (
            <TextInput
              aria-label={t("Name of the new floor for {name}", { name: level.name })}
              value={name}
              maxLength={200}
              disabled={!isWanted}
              onChange={({ currentTarget }) => onChange({ name: currentTarget.value, floorId: NEW })}
            />
          ) : null}
        </div>
        <p className={classes.quiet}>{levelWords(level, t)}</p>
      </div>
    </li>
  );
}
