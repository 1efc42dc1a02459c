import { Button, SegmentedControl, Select } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import type { Places } from "@/lib/core/places";
import type { Source } from "@/lib/core/source";
import type { Text } from "@/lib/core/text";
import { ChoosePlace } from "./ChoosePlace";
import { MatchFloor } from "./MatchFloor";
import classes from "./MatchPane.module.css";
import type { MatchPaneProps } from "./match-props";
import { stayClock } from "./moment-words";
import { eventWords, placeWords, sourceTitle } from "./source-row-words";

const MOST_SEGMENTS = 5;

/** Where the chosen source may stand: its suggestion, why, and the floor to point at another place. */
export function MatchPane(props: MatchPaneProps) {
  const t = useText();
  const { source, places, now, isBusy, onMap, onIgnore } = props;
  const suggestion = source.waiting?.suggestion ?? null;
  const [otherFloor, setFloor] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const floorId = otherFloor ?? floorOf(props);
  const place = suggestion ? placeWords(suggestion.space) : null;
  return (
    <div className={classes.pane}>
      <header className={classes.head}>
        <h2 className={classes.title}>
          <span>{sourceTitle(source)}</span>
          {suggestion ? (
            <>
              <IconChevronRight size={16} stroke={1.75} aria-label={t("probably stands in")} />
              <span>{suggestion.space.name}</span>
            </>
          ) : null}
        </h2>
        {places ? <FloorChoice places={places} floorId={floorId} onChange={setFloor} /> : null}
        <p className={classes.hint}>{hint(source, now, t)}</p>
      </header>
      {places ? (
        <MatchFloor {...props} places={places} floorId={floorId} />
      ) : (
        <p className={classes.quiet}>{t("Looking at the floors…")}</p>
      )}
      {suggestion ? (
        <section className={classes.why} aria-label={t("Why {name}", { name: suggestion.space.name })}>
          <h3>
            {t("Why {name}, {confidence}\u2009%", { name: suggestion.space.name, confidence: suggestion.confidence })}
          </h3>
          <dl>
            {suggestion.reasons.map(({ text, words, points }) => (
              <div key={text}>
                <dt>{t(words.text, words.values)}</dt>
                <dd>{points > 0 ? `+ ${points}` : `− ${-points}`}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <footer className={classes.actions}>
        {suggestion && place ? (
          <Button disabled={isBusy} onClick={() => onMap(source, suggestion.space.id, place)}>
            {t("Map to {name}", { name: suggestion.space.name })}
          </Button>
        ) : null}
        <Button
          variant={suggestion ? "default" : "filled"}
          disabled={places === null}
          onClick={() => setChoosing(true)}
        >
          {suggestion ? t("Another place") : t("Choose a place")}
        </Button>
        <Button
          className={classes.ignore}
          variant="subtle"
          color="gray"
          disabled={isBusy}
          onClick={() => onIgnore(source)}
        >
          {t("Ignore source")}
        </Button>
      </footer>
      {places ? (
        <ChoosePlace
          opened={isChoosing}
          places={places}
          title={t("Where does {title} stand?", { title: sourceTitle(source) })}
          onClose={() => setChoosing(false)}
          onChoose={({ id, name }) => {
            setChoosing(false);
            onMap(source, id, name);
          }}
        />
      ) : null}
    </div>
  );
}

/** The floor of the suggestion; else one that others are suggested on; else the first. */
function floorOf({ source, items, places }: MatchPaneProps): string | null {
  const suggested = (one: Source) => {
    const space = one.waiting?.suggestion?.space;
    return space?.kind === "floor" ? space.id : space?.floor?.id;
  };
  const first = [source, ...items].map(suggested).find((id) => id !== undefined);
  return first ?? places?.floors[0]?.id ?? null;
}

function hint({ waiting }: Source, now: number, t: Text): string {
  const way = waiting?.suggestion
    ? t("Drag the source onto the floor, or accept.")
    : t("Drag the source onto the floor.");
  const { count = 0, isMore = false, since = null } = waiting?.events ?? {};
  if (count === 0 || since === null) return `${way} ${t("It has measured nothing yet.")}`;
  const events = eventWords({ count, isMore }, t);
  return `${way} ${t("{events} since {time} will fill its history.", { events, time: stayClock(since, now, t) })}`;
}

interface FloorChoiceProps {
  readonly places: Places;
  readonly floorId: string | null;
  readonly onChange: (floorId: string) => void;
}

function FloorChoice({ places, floorId, onChange }: FloorChoiceProps) {
  const t = useText();
  const building = floorId === null ? null : (places.byId.get(floorId)?.parentId ?? null);
  const near = places.floors.filter(({ parentId }) => parentId === building);
  if (places.floors.length < 2) return null;
  if (near.length === places.floors.length && near.length <= MOST_SEGMENTS) {
    const data = near.map(({ id, name }) => ({ value: id, label: name }));
    return <SegmentedControl size="xs" aria-label={t("Floor")} data={data} value={floorId ?? ""} onChange={onChange} />;
  }
  const data = places.floors.map(({ id, name }) => ({ value: id, label: `${name} · ${places.above(id)}` }));
  return (
    <Select
      size="xs"
      className={classes.floors}
      aria-label={t("Floor")}
      data={data}
      value={floorId}
      searchable
      allowDeselect={false}
      onChange={(id) => id && onChange(id)}
    />
  );
}
