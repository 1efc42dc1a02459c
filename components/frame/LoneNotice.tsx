import type { ComponentProps } from "react";
import { Logo } from "./Logo";
import { Notice } from "./Notice";
import classes from "./Notice.module.css";

/** A message that is all there is: no frame around it. */
export function LoneNotice(props: ComponentProps<typeof Notice>) {
  return (
    <main className={classes.alone}>
      <Logo size={40} />
      <Notice {...props} />
    </main>
  );
}
