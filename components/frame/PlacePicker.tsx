import { IconChevronDown } from "@tabler/icons-react";
import { lazy } from "react";
import { PlainButton } from "@/components/button/PlainButton";
import { OpensLater } from "@/components/later/OpensLater";
import classes from "./PlacePicker.module.css";
import type { Place, PlaceGroup } from "./place-group";

interface PlacePickerProps {
  readonly label: string;
  readonly current: Place;
  readonly groups: readonly PlaceGroup[];
  /** Where a choice leads; to the live floor when left out. */
  readonly pathOf?: (floorId: string) => string;
}

const loadMenu = () => import("./PlaceMenu").then(({ PlaceMenu }) => ({ default: PlaceMenu }));
const PlaceMenu = lazy(loadMenu);
const liveFloor = (floorId: string) => `/floors/${floorId}`;

/** The place on screen, and a menu of the others where there are any. */
export function PlacePicker({ label, current, groups, pathOf = liveFloor }: PlacePickerProps) {
  if (groups.flatMap((group) => group.options).length < 2) {
    return (
      <span className={classes.place}>
        <span className={classes.name}>{current.name}</span>
      </span>
    );
  }
  const button = (
    <PlainButton look="bare" className={classes.place} aria-label={`${label}: ${current.name}`}>
      <span className={classes.name}>{current.name}</span>
      <IconChevronDown size={14} className={classes.chevron} aria-hidden />
    </PlainButton>
  );
  return (
    <OpensLater button={button} popup="menu" load={loadMenu}>
      {(button) => <PlaceMenu button={button} current={current} groups={groups} pathOf={pathOf} />}
    </OpensLater>
  );
}
