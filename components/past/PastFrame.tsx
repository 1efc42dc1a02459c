import type { ReactNode } from "react";
import classes from "./Past.module.css";

/** The floor, with an edge that cannot be overlooked while it is not now. */
export function PastFrame({ isPast, children }: { readonly isPast: boolean; readonly children: ReactNode }) {
  return (
    <div className={classes.frame} data-past={isPast || undefined}>
      {children}
    </div>
  );
}
