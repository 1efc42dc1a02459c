import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import classes from "./DeliveryPanel.module.css";
import { prettyJson } from "./inbox-words";

/** More than this is drawn only when asked for. */
const SHOWN = 50_000;

/** What was sent, as text: nothing in it is ever markup. */
export function DeliveryBody({ body }: { readonly body: string }) {
  const [isWhole, setWhole] = useState(false);
  const text = useMemo(() => prettyJson(body), [body]);
  const isCut = !isWhole && text.length > SHOWN;
  return (
    <div className={classes.section}>
      <h3 className={classes.title}>Body</h3>
      <pre className={classes.body}>{isCut ? text.slice(0, SHOWN) : text}</pre>
      {isCut ? (
        <Button variant="default" size="xs" onClick={() => setWhole(true)}>
          Show all {Math.round(text.length / 1000)} kB
        </Button>
      ) : null}
    </div>
  );
}
