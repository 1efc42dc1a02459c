import type { ReactNode } from "react";
import classes from "./Unseen.module.css";

interface UnseenProps {
  readonly as?: "span" | "h1";
  readonly role?: "status";
  readonly children: ReactNode;
}

/** Words for those who listen. */
export const Unseen = ({ as: Element = "span", role, children }: UnseenProps) => (
  <Element className={classes.unseen} role={role}>
    {children}
  </Element>
);
