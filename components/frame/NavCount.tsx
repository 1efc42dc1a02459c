import { useText } from "@/components/text/TextProvider";
import { useOpenAlerts } from "@/lib/client/use-alert-feed";
import classes from "./NavCount.module.css";

const MOST_SHOWN = 99;

/** How many alerts are open, on the icon of their page; nothing when none is. */
export function NavCount() {
  const t = useText();
  const open = useOpenAlerts();
  if (!open) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden>{open > MOST_SHOWN ? `${MOST_SHOWN}+` : open}</span>
      <span className={classes.spoken}>{t("{count, plural, one {# open} other {# open}}", { count: open })}</span>
    </span>
  );
}
