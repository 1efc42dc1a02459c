import { FloorGroup } from "./FloorGroup";
import type { JudgedSpace } from "./group-spaces";
import { SpaceCard } from "./SpaceCard";
import classes from "./SpaceCards.module.css";
import { type CardView, faceOf } from "./space-face";

/** A titled group of cards; nothing at all when it is empty. */
export function SpaceCards({ title, spaces, view }: { title: string; spaces: readonly JudgedSpace[]; view: CardView }) {
  if (spaces.length === 0) return null;
  return (
    <FloorGroup title={title} count={spaces.length}>
      <div className={classes.grid}>
        {spaces.map((judged) => (
          <SpaceCard key={judged.space.id} {...faceOf(judged, view)} />
        ))}
      </div>
    </FloorGroup>
  );
}
