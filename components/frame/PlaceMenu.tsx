import { Menu } from "@mantine/core";
import Link from "next/link";
import { OpenedMenu } from "@/components/later/OpenedMenu";
import type { ButtonElement } from "@/components/later/OpensLater";
import classes from "./PlacePicker.module.css";
import type { Place, PlaceGroup } from "./place-group";

interface PlaceMenuProps {
  readonly button: ButtonElement;
  readonly current: Place;
  readonly groups: readonly PlaceGroup[];
  readonly pathOf: (floorId: string) => string;
}

/** The places behind the one on screen. */
export function PlaceMenu({ button, current, groups, pathOf }: PlaceMenuProps) {
  return (
    <OpenedMenu button={button} position="bottom-start">
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
    </OpenedMenu>
  );
}
