import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import Link from "next/link";
import classes from "./PlacePicker.module.css";

export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Places under one heading, each with the floor that opens it. */
export interface PlaceGroup {
  readonly name: string;
  readonly options: readonly { readonly place: Place; readonly floorId: string }[];
}

interface PlacePickerProps {
  readonly label: string;
  readonly current: Place;
  readonly groups: readonly PlaceGroup[];
  /** Where a choice leads; to the live floor when left out. */
  readonly pathOf?: (floorId: string) => string;
}

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
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.place} aria-label={`${label}: ${current.name}`}>
          <span className={classes.name}>{current.name}</span>
          <IconChevronDown size={14} className={classes.chevron} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((group) => [
          groups.length > 1 ? <Menu.Label key={group.name}>{group.name}</Menu.Label> : null,
          ...group.options.map(({ place, floorId }) => (
            <Menu.Item
              key={place.id}
              component={Link}
              href={pathOf(floorId)}
              className={classes.option}
              fw={place.id === current.id ? 600 : 400}
            >
              {place.name}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
