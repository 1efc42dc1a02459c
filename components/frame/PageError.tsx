import { Button } from "@mantine/core";
import { useState } from "react";
import { Notice } from "./Notice";

const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** What failed, since when, and what still works. */
export function PageError({ onRetry }: { onRetry: () => void }) {
  const [since] = useState(clock);
  return (
    <Notice title="This page could not be loaded" role="alert">
      <p>
        The server did not answer at <span suppressHydrationWarning>{since}</span>. Events from the sensors are still
        taken in as long as the database is up. Nothing was changed.
      </p>
      <Button onClick={onRetry}>Try again</Button>
    </Notice>
  );
}
