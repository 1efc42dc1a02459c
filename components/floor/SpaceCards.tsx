import { type CardView, drawnProps } from "./card-view";
import type { DrawnSpace } from "./drawn-space";
import { FloorGroup } from "./FloorGroup";
import { SpaceCard } from "./SpaceCard";
import classes from "./SpaceCards.module.css";

/** A titled group of cards; nothing at all when it is empty. */
export function SpaceCards({ title, spaces, view }: { title: string; spaces: readonly DrawnSpace[]; view: CardView }) {
  if (spaces.length === 0) return null;
  return (
    <FloorGroup title={title} count={spaces.length}>
      <div className={classes.grid}>
        {spaces.map((drawn) => (
          <SpaceCard key={drawn.space.id} {...drawnProps(drawn, view)} />
        ))}
      </div>
    </FloorGroup>
  );
}
