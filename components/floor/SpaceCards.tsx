import { spaceWords } from "@/components/state/state-words";
import type { SpaceStateName } from "@/lib/core/space-state";
import type { JudgedSpace } from "./group-spaces";
import { SpaceCard } from "./SpaceCard";
import classes from "./SpaceCards.module.css";

export interface CardView {
  readonly now: number;
  readonly timeZone: string;
  readonly selectedId: string | null;
  /** Only this state is shown in full; null shows all. */
  readonly filter: SpaceStateName | null;
  readonly onOpen: (id: string) => void;
}

/** When the newest count of a space was taken, ms. */
export function countedAt({ space }: JudgedSpace): number | null {
  const reading = space.metrics.occupancy ?? space.metrics.occupancySmoothed;
  return reading ? Date.parse(reading.observedAt) : null;
}

function foot({ space, verdict }: JudgedSpace): string {
  if (verdict.state === "unmonitored") return "";
  if (space.capacity === null) return "capacity not set";
  return `${space.capacity} ${space.capacity === 1 ? "seat" : "seats"}`;
}

/** A titled group of cards; nothing at all when it is empty. */
export function SpaceCards({ title, spaces, view }: { title: string; spaces: readonly JudgedSpace[]; view: CardView }) {
  if (spaces.length === 0) return null;
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.title}>
        {title} <span className={classes.count}>{spaces.length}</span>
      </h2>
      <div className={classes.grid}>
        {spaces.map((judged) => {
          const { space, verdict } = judged;
          const words = spaceWords(space, verdict, view.now, view.timeZone, countedAt(judged));
          const isCounted = verdict.count && verdict.state !== "stale" && space.capacity;
          return (
            <SpaceCard
              key={space.id}
              id={space.id}
              name={space.name}
              state={verdict.state}
              lastState={verdict.lastState}
              {...words}
              foot={foot(judged)}
              load={isCounted ? (verdict.count ?? 0) / (space.capacity ?? 1) : null}
              selected={view.selectedId === space.id}
              dimmed={view.filter !== null && view.filter !== verdict.state}
              onOpen={view.onOpen}
            />
          );
        })}
      </div>
    </section>
  );
}
