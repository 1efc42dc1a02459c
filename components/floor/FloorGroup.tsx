import type { ReactNode } from "react";
import classes from "./FloorGroup.module.css";

interface FloorGroupProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A titled group of spaces, with how many they are. */
export function FloorGroup({ title, count, children }: FloorGroupProps) {
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.title}>
        {title} <span>{count}</span>
      </h2>
      {children}
    </section>
  );
}
