import type { Alert } from "@/lib/core/alert";
import classes from "./AlertPanel.module.css";
import { clockWords, type Says, zoneOf } from "./alert-words";

/** What it means for people right now, in figures; nothing when nothing is known, and of what is over. */
export function ImpactTiles({ alert, says }: { readonly alert: Alert; readonly says: Says }) {
  const tiles = alert.status === "resolved" ? [] : tilesOf(alert, says);
  if (tiles.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.name}>{says.t("Impact now")}</h3>
      <dl className={classes.tiles}>
        {tiles.map(({ name, figure, unit }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{figure}</b> {unit}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface Tile {
  readonly name: string;
  readonly figure: string;
  readonly unit: string;
}

function tilesOf(alert: Alert, says: Says): Tile[] {
  const { t, now } = says;
  const { people, booking, spaces } = alert.impact;
  const where = alert.space?.name ?? "";
  const clock = (at: string) => clockWords(at, zoneOf(alert), says);
  const isRunning = booking !== null && Date.parse(booking.startsAt) <= now;
  const isSilent = ["device-offline", "connector-offline", "floor-offline", "feed-silent", "no-data"].includes(
    alert.kind,
  );
  const tiles: Tile[] = [];
  if (people !== null)
    tiles.push({ name: isSilent ? t("Last known inside") : t("Inside"), figure: String(people), unit: where });
  if (spaces > 1 || isSilent)
    tiles.push({
      name: isSilent ? t("Not counted") : t("Affected"),
      figure: String(spaces),
      unit: t("{spaces, plural, one {space} other {spaces}}", { spaces }),
    });
  if (booking)
    tiles.push(
      isRunning
        ? { name: t("Meeting until"), figure: booking.endsAt ? clock(booking.endsAt) : t("open end"), unit: "" }
        : { name: t("Next booking"), figure: clock(booking.startsAt), unit: "" },
    );
  return tiles;
}
