import type { DrawnSpace } from "./drawn-space";

/** What all cards, rows and shapes of a floor have in common. */
export interface CardView {
  readonly selectedId: string | null;
  /** Is it not what is looked for? */
  readonly isDimmed: (drawn: DrawnSpace) => boolean;
  readonly onOpen: (id: string) => void;
}

/** What one of them is drawn from. Nothing in it is made anew, so memo sees what really changed. */
export interface DrawnProps {
  readonly drawn: DrawnSpace;
  readonly selected: boolean;
  readonly dimmed: boolean;
  readonly onOpen: (id: string) => void;
}

export const drawnProps = (drawn: DrawnSpace, view: CardView): DrawnProps => ({
  drawn,
  selected: view.selectedId === drawn.space.id,
  dimmed: view.isDimmed(drawn),
  onOpen: view.onOpen,
});
