import type { ReactNode } from "react";
import classes from "./Steps.module.css";

/** One thing to do; its number is drawn beside it. */
export function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <div className={classes.body}>
        <h2 className={classes.title}>{title}</h2>
        {children}
      </div>
    </li>
  );
}
