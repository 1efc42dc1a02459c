import type { ComponentProps } from "react";
import classes from "./Unseen.module.css";

interface UnseenProps extends ComponentProps<"span"> {
  readonly as?: "span" | "h1";
}

/** Words for those who listen. */
export const Unseen = ({ as: Element = "span", ...props }: UnseenProps) => (
  <Element className={classes.unseen} {...props} />
);
