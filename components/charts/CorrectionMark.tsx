import classes from "./Timeline.module.css";

const ABOVE = 6;

/** The hollow diamond over a restated minute. */
export function CorrectionMark({ cx = 0, cy = 0 }: { cx?: number | undefined; cy?: number | undefined }) {
  return <path d={`M${cx} ${cy - ABOVE - 4}l4 4l-4 4l-4-4z`} className={classes.correction} />;
}
