import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconX } from "@tabler/icons-react";
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

/** Where and what the space is, and the way out. */
export function SpaceHead({ space, floor, verdict, onClose, variant }: SpaceHeadProps) {
  const chip = <StateChip state={verdict.state} lastState={verdict.lastState} label={STATE_WORD[verdict.state]} />;
  const name = <h2 className={classes.name}>{space.name}</h2>;
  const place = placeWord(space);
  if (variant === "page") {
    return (
      <header className={classes.head}>
        <div className={classes.row}>
          <ActionIcon variant="subtle" color="gray" size={44} ml={-12} onClick={onClose} aria-label="Back to the floor">
            <IconChevronLeft size={20} />
          </ActionIcon>
          {name}
        </div>
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
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          className={classes.close}
          onClick={onClose}
          aria-label="Close"
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div className={classes.row}>
        {name}
        {chip}
      </div>
    </header>
  );
}
