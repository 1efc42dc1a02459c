import type { ReactNode } from "react";
import classes from "./Steps.module.css";

/** One field of the vendor's form, and what goes into it. */
export function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.field}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
