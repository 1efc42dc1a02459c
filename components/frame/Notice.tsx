import type { ReactNode } from "react";
import classes from "./Notice.module.css";

interface NoticeProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly role?: "alert";
}

/** One short message where a page would be: what is so, and the one thing to do. */
export function Notice({ title, children, role }: NoticeProps) {
  return (
    <div className={classes.notice} role={role}>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
