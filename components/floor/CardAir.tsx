import { AirToken } from "@/components/air/AirToken";
import type { CardAirWords } from "./card-words";
import classes from "./SpaceCard.module.css";

/** The air of a space in as few words as a card has room for; nothing where none is measured. */
export function CardAir({ air }: { air: readonly CardAirWords[] }) {
  if (air.length === 0) return null;
  return (
    <span className={classes.air}>
      {air.map(({ metric, band, text }) => (
        <AirToken key={metric} metric={metric} band={band}>
          {text}
        </AirToken>
      ))}
    </span>
  );
}
