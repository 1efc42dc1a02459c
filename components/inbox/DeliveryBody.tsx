import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./DeliveryPanel.module.css";
import { prettyJson } from "./inbox-words";

/** More than this is drawn only when asked for. */
const SHOWN = 50_000;

/** What was sent, as text: nothing in it is ever markup. */
export function DeliveryBody({ body }: { readonly body: string }) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const text = useMemo(() => prettyJson(body), [body]);
  const isCut = !isWhole && text.length > SHOWN;
  return (
    <div className={classes.section}>
      <h3 className={classes.title}>{t("Body")}</h3>
      <pre className={classes.body}>{isCut ? text.slice(0, SHOWN) : text}</pre>
      {isCut ? (
        <Button variant="default" size="xs" onClick={() => setWhole(true)}>
          {t("Show all {round} kB", { round: Math.round(text.length / 1000) })}
        </Button>
      ) : null}
    </div>
  );
}
