import { VisuallyHidden } from "@mantine/core";
import { CloseButton } from "@/components/frame/CloseButton";
import { StateChip } from "@/components/state/StateChip";
import { STATE_WORD } from "@/components/state/state-words";
import type { FloorHead, SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceVerdict } from "@/lib/core/space-state";
import { placeWord } from "./place-word";
import classes from "./SpacePanel.module.css";

interface SpaceHeadProps {
  readonly space: SpaceSnapshot;
  readonly floor: FloorHead;
  readonly verdict: SpaceVerdict;
  readonly onClose: () => void;
  readonly variant: "panel" | "page";
}

/** Where and what the space is, and the way out; a page of its own has its name and way back in SpacePageTitle. */
export function SpaceHead({ space, floor, verdict, onClose, variant }: SpaceHeadProps) {
  const { state, lastState, uncertain } = verdict;
  const chip = <StateChip state={state} lastState={lastState} label={STATE_WORD[state]} uncertain={uncertain} />;
  const place = placeWord(space);
  if (variant === "page") {
    return (
      <header className={classes.head}>
        <VisuallyHidden component="h2">Now</VisuallyHidden>
        <div className={classes.row}>
          {chip}
          <span className={classes.place}>
            {floor.name} · {place}
          </span>
        </div>
      </header>
    );
  }
  return (
    <header className={classes.head}>
      <div className={classes.row}>
        <p className={classes.place}>
          {floor.name} <span className={classes.slash}>/</span> {place}
        </p>
        <CloseButton onClick={onClose} />
      </div>
      <div className={classes.row}>
        <h2 className={classes.name}>{space.name}</h2>
        {chip}
      </div>
    </header>
  );
}
