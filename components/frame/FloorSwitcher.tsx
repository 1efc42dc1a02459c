import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import Link from "next/link";
import type { FloorHead, FloorSummary } from "@/lib/core/floor";
import classes from "./FloorSwitcher.module.css";

interface Place {
  readonly id: string;
  readonly name: string;
}

interface PickerProps {
  readonly label: string;
  readonly current: Place;
  /** Each place with the floor that opens it. */
  readonly options: readonly { readonly place: Place; readonly floorId: string }[];
}

function PlacePicker({ label, current, options }: PickerProps) {
  if (options.length < 2) return <span className={classes.place}>{current.name}</span>;
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.place} aria-label={`${label}: ${current.name}`}>
          {current.name} <IconChevronDown size={14} className={classes.chevron} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(({ place, floorId }) => (
          <Menu.Item
            key={place.id}
            component={Link}
            href={`/floors/${floorId}`}
            fw={place.id === current.id ? 600 : 400}
          >
            {place.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The first floor of each place, in the order of the list. */
function firstFloors(floors: readonly FloorSummary[], placeOf: (floor: FloorSummary) => Place) {
  const first = new Map<string, { place: Place; floorId: string }>();
  for (const floor of floors) {
    const place = placeOf(floor);
    if (!first.has(place.id)) first.set(place.id, { place, floorId: floor.id });
  }
  return [...first.values()];
}

/** Site, building and floor. On a phone the building is the title and the floors stand below it. */
export function FloorSwitcher({ floors, current }: { floors: readonly FloorSummary[]; current: FloorHead }) {
  const inSite = floors.filter((floor) => floor.site.id === current.site.id);
  const inBuilding = inSite.filter((floor) => floor.building.id === current.building.id);
  return (
    <>
      <div className={classes.crumbs}>
        <PlacePicker label="Site" current={current.site} options={firstFloors(floors, (floor) => floor.site)} />
        <span className={classes.slash} aria-hidden>
          /
        </span>
        <PlacePicker
          label="Building"
          current={current.building}
          options={firstFloors(inSite, (floor) => floor.building)}
        />
      </div>
      <nav className={classes.tabs} aria-label="Floors">
        {inBuilding.map((floor) => (
          <Link
            key={floor.id}
            href={`/floors/${floor.id}`}
            className={classes.tab}
            aria-current={floor.id === current.id ? "page" : undefined}
          >
            {floor.name} <span className={classes.people}>{floor.people === null ? "–" : `${floor.people} in`}</span>
          </Link>
        ))}
      </nav>
    </>
  );
}
