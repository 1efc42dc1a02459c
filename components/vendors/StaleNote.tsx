import { useText } from "@/components/text/TextProvider";
import { intlLocale } from "@/lib/core/locale";
import classes from "./StaleNote.module.css";

/** What is shown may be out of date; read out when it appears. */
export function StaleNote({ since }: { since: number | null }) {
  const t = useText();
  return (
    <div role="alert">
      {since === null ? null : (
        <p className={classes.note}>
          {t("The server is not answering. This page shows what was so at {time} and goes on trying.", {
            time: new Date(since).toLocaleTimeString(intlLocale(t.locale)),
          })}
        </p>
      )}
    </div>
  );
}
