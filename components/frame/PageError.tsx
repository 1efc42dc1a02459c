import { Button } from "@mantine/core";
import { useState } from "react";
import classes from "./PageError.module.css";

const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** What failed, since when, and what still works. */
export function PageError({ onRetry }: { onRetry: () => void }) {
  const [since] = useState(clock);
  return (
    <div className={classes.error} role="alert">
      <h1>This page could not be loaded</h1>
      <p>
        The server did not answer at <span suppressHydrationWarning>{since}</span>. Events from the sensors are still taken in while the
        database is up; nothing on this page was changed.
      </p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
