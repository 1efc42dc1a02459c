import { AirToken } from "@/components/air/AirToken";
import { AIR_NAMES } from "@/components/air/air-words";
import { ageWords } from "@/components/state/state-words";
import { type AirReading, airText } from "@/lib/core/environment";
import classes from "./SpaceCard.module.css";

/** The air of a space in as few words as a card has room for; nothing where none is measured. */
export function CardAir({ air }: { air: readonly AirReading[] }) {
  if (air.length === 0) return null;
  return (
    <span className={classes.air}>
      {air.map(({ metric, value, band, isFresh, ageMs }) => (
        <AirToken key={metric} metric={metric} band={band} isOld={!isFresh}>
          {isFresh ? airText(metric, value) : `${AIR_NAMES[metric]} ${ageWords(ageMs)}`}
        </AirToken>
      ))}
    </span>
  );
}
