import classes from "./Past.module.css";

/** The room that the line of the day takes, until it is here. */
export function PastBarLater() {
  return <div className={classes.past} />;
}
