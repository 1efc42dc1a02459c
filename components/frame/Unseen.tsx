import type { HTMLAttributes } from "react";
import classes from "./Unseen.module.css";

interface UnseenProps extends HTMLAttributes<HTMLElement> {
  readonly as?: "span" | "h1";
}

/** Words for those who listen. */
export const Unseen = ({ as: Element = "span", ...props }: UnseenProps) => (
  <Element className={classes.unseen} {...props} />
);
