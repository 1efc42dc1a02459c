import { IconAlertTriangle } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import type { FloorHead, FloorSummary } from "@/lib/core/floor";
import classes from "./FloorSwitcher.module.css";
import { PlacePicker } from "./PlacePicker";
import type { Place, PlaceGroup } from "./place-group";

/** The first floor of each place, in the order of the list. */
function firstFloors(floors: readonly FloorSummary[], placeOf: (floor: FloorSummary) => Place) {
  const first = new Map<string, { place: Place; floorId: string }>();
  for (const floor of floors) {
    const place = placeOf(floor);
    if (!first.has(place.id)) first.set(place.id, { place, floorId: floor.id });
  }
  return [...first.values()];
}

/** Every building, under the site it belongs to. */
function buildingsBySite(floors: readonly FloorSummary[]): PlaceGroup[] {
  return firstFloors(floors, (floor) => floor.site).map(({ place: site }) => ({
    name: site.name,
    options: firstFloors(
      floors.filter((floor) => floor.site.id === site.id),
      (floor) => floor.building,
    ),
  }));
}

function FloorAlerts({ count }: { readonly count: number }) {
  const t = useText();
  return (
    <span
      className={classes.alerts}
      title={t("{count, plural, one {# space needs} other {# spaces need}} attention", { count })}
    >
      <IconAlertTriangle size={12} stroke={2} aria-hidden /> {count}
    </span>
  );
}

/** Site, building and floor. On a phone the building is the title and the floors stand below it. */
export function FloorSwitcher({ floors, current }: { floors: readonly FloorSummary[]; current: FloorHead }) {
  const t = useText();
  const inSite = floors.filter((floor) => floor.site.id === current.site.id);
  const inBuilding = inSite.filter((floor) => floor.building.id === current.building.id);
  const sites = { name: t("Sites"), options: firstFloors(floors, (floor) => floor.site) };
  const buildings = { name: t("Buildings"), options: firstFloors(inSite, (floor) => floor.building) };
  return (
    <>
      <div className={classes.crumbs}>
        <PlacePicker label={t("Site")} current={current.site} groups={[sites]} />
        <span className={classes.slash} aria-hidden>
          /
        </span>
        <PlacePicker label={t("Building")} current={current.building} groups={[buildings]} />
      </div>
      <div className={classes.title}>
        <PlacePicker label={t("Building")} current={current.building} groups={buildingsBySite(floors)} />
      </div>
      <nav className={classes.floors} aria-label={t("Floors")}>
        <div className={classes.tabs}>
          {inBuilding.map((floor) => (
            <Link
              key={floor.id}
              href={`/floors/${floor.id}`}
              className={classes.tab}
              aria-current={floor.id === current.id ? "page" : undefined}
            >
              {floor.name}{" "}
              <span className={classes.people}>
                {floor.people === null ? "–" : t("{people} in", { people: floor.people })}
              </span>
              {floor.alerts ? <FloorAlerts count={floor.alerts} /> : null}
            </Link>
          ))}
        </div>
      </nav>
    </>
  );
}
