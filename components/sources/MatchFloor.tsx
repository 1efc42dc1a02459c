import { VisuallyHidden } from "@mantine/core";
import { IconCheck, IconInbox, IconMinus } from "@tabler/icons-react";
import { type DragEvent, useMemo, useState } from "react";
import { PlanView } from "@/components/plan/PlanView";
import { useText } from "@/components/text/TextProvider";
import { useRich } from "@/components/text/use-rich";
import { usePlanOf } from "@/lib/client/use-places";
import type { Shape } from "@/lib/core/floor-plan";
import type { Places } from "@/lib/core/places";
import type { TreeSpace } from "@/lib/core/space-tree";
import classes from "./MatchFloor.module.css";
import { type Match, matchesOf, matchFace } from "./match-faces";
import type { MatchPaneProps } from "./match-props";
import { DRAGGED_SOURCE } from "./waiting-actions";

interface MatchFloorProps extends MatchPaneProps {
  readonly places: Places;
  readonly floorId: string | null;
}

const FREE: Match = { kind: "free" };

/** The floor to point at: its plan, or a list of its places while it has none. A place takes what is dropped on it. */
export function MatchFloor({ source, items, places, floorId, isBusy, onMap, onSelect }: MatchFloorProps) {
  const t = useText();
  const plan = usePlanOf(floorId);
  const spaces = floorId === null ? [] : places.onFloor(floorId);
  const matches = useMemo(() => matchesOf(spaces, items, source.id), [spaces, items, source.id]);
  if (floorId === null) return <p className={classes.empty}>{t("There is no floor yet.")}</p>;

  const drop = (space: TreeSpace | undefined, data: DataTransfer) => {
    const dragged = items.find(({ id }) => id === data.getData(DRAGGED_SOURCE));
    if (dragged && space && !isBusy) onMap(dragged, space.id, space.name);
  };
  /** Who is suggested here is shown; on the suggestion of the chosen one nothing else is meant. */
  const open = (space: TreeSpace | undefined) => {
    const suggested = items.find(({ waiting }) => waiting?.suggestion?.space.id === space?.id);
    if (suggested) onSelect(suggested.id);
  };
  const spaceOf = ({ spaceId }: Shape) => (spaceId === null ? undefined : places.byId.get(spaceId));
  return (
    <>
      {plan ? (
        <div className={classes.plan}>
          <PlanView
            floorId={floorId}
            plan={plan.plan}
            label={t("{floor}, plan", { floor: places.byId.get(floorId)?.name ?? t("Floor") })}
            shapeProps={(shape) => {
              const space = spaceOf(shape);
              return space ? matchFace(space.name, matches.get(space.id) ?? FREE, t) : null;
            }}
            onOpen={(shape) => open(spaceOf(shape))}
            onDrop={(shape, data) => drop(spaceOf(shape), data)}
          />
        </div>
      ) : (
        <PlaceList spaces={spaces} matches={matches} onDrop={drop} onOpen={open} />
      )}
      <Legend matches={matches} waiting={items.filter(({ waiting }) => !waiting?.suggestion).length} />
    </>
  );
}

interface PlaceListProps {
  readonly spaces: readonly TreeSpace[];
  readonly matches: ReadonlyMap<string, Match>;
  readonly onDrop: (space: TreeSpace, data: DataTransfer) => void;
  readonly onOpen: (space: TreeSpace) => void;
}

function PlaceList({ spaces, matches, onDrop, onOpen }: PlaceListProps) {
  const t = useText();
  const [over, setOver] = useState<string | null>(null);
  if (spaces.length === 0) return <p className={classes.empty}>{t("This floor has no rooms yet.")}</p>;
  const allow = (event: DragEvent, id: string) => {
    event.preventDefault();
    setOver(id);
  };
  return (
    <ul className={classes.list} aria-label={t("Places of this floor")}>
      {spaces.map((space) => {
        const match = matches.get(space.id) ?? FREE;
        const { value, sentence } = matchFace(space.name, match, t);
        return (
          <li key={space.id}>
            <button
              type="button"
              className={classes.place}
              data-match={match.kind}
              data-chosen={(match.kind === "suggested" && match.isSelected) || undefined}
              data-over={over === space.id || undefined}
              onClick={() => onOpen(space)}
              onDragOver={(event) => allow(event, space.id)}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => {
                event.preventDefault();
                setOver(null);
                onDrop(space, event.dataTransfer);
              }}
            >
              <VisuallyHidden>{sentence}</VisuallyHidden>
              <span className={classes.name} aria-hidden>
                {space.name}
              </span>
              <span className={classes.value} aria-hidden>
                {value ?? ""}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Legend({ matches, waiting }: { readonly matches: ReadonlyMap<string, Match>; readonly waiting: number }) {
  const rich = useRich();
  const count = (kind: Match["kind"]) => [...matches.values()].filter((match) => match.kind === kind).length;
  return (
    <p className={classes.legend}>
      <span>
        <IconCheck size={14} stroke={1.75} data-match="mapped" aria-hidden />{" "}
        {rich("Mapped {count}", { count: <b>{count("mapped")}</b> })}
      </span>
      <span>
        <IconInbox size={14} stroke={1.75} data-match="suggested" aria-hidden />{" "}
        {rich("Suggested {count}", { count: <b>{count("suggested")}</b> })}
      </span>
      <span>
        <IconMinus size={14} stroke={1.75} data-match="free" aria-hidden />{" "}
        {rich("No match {waiting}", { waiting: <b>{waiting}</b> })}
      </span>
    </p>
  );
}
