import { Checkbox } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import { vendorShort } from "@/components/vendors/vendor-name";
import classes from "./DeliveryList.module.css";
import { type DeliveryRows, toggled } from "./delivery-rows";
import { exactLag, secondsTime, typeWord } from "./inbox-words";
import { OutcomeChip } from "./OutcomeChip";

/** The log on a phone: a card for each delivery. */
export function DeliveryList({
  rows: { items, chosen, onChosen, openId, onOpen, now },
}: {
  readonly rows: DeliveryRows;
}) {
  const t = useText();
  if (items.length === 0) return null;
  return (
    <ul className={classes.list}>
      {items.map((item) => {
        const time = secondsTime(item.receivedAt, now, t);
        const type = typeWord(item.eventType, t);
        return (
          <li key={item.id} data-open={item.id === openId || undefined}>
            <label className={classes.pick} htmlFor={`pick-${item.id}`}>
              <Checkbox
                id={`pick-${item.id}`}
                size="sm"
                aria-label={t("Select {type} of {time}", { type, time })}
                checked={chosen.has(item.id)}
                onChange={() => onChosen(toggled(chosen, item.id))}
              />
            </label>
            <button type="button" className={classes.open} onClick={() => onOpen(item.id)}>
              <span className={classes.line}>
                <code>{type}</code>
                <OutcomeChip outcome={item.outcome} />
              </span>
              <span className={classes.quiet}>
                {time} · {vendorShort(item.vendor)} · {t("lag {lag}", { lag: exactLag(item.lagMs, t) })}
                {item.duplicates > 0 ? ` · ×${item.duplicates}` : ""}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
