import type { ReactNode } from "react";
import classes from "./Steps.module.css";

/** What to do, one after the other. */
export function Steps({ children }: { children: ReactNode }) {
  return <ol className={classes.steps}>{children}</ol>;
}
