import { METRIC_WORDS } from "@/components/space/metric-words";
import { useText } from "@/components/text/TextProvider";
import type { DeliveryDetail } from "@/lib/core/delivery";
import classes from "./DeliveryPanel.module.css";
import { fateWords, otherWords, secondsTime, valueWords } from "./inbox-words";

/** What became of a delivery: each reading it speaks of, and what stands in its place. */
export function DeliveryFates({ delivery, now }: { readonly delivery: DeliveryDetail; readonly now: number }) {
  const t = useText();
  const { readings, others } = delivery;
  const isNothing = readings.length === 0 && others.length === 0;
  return (
    <div className={classes.section}>
      <h3 className={classes.title}>{t("What became of it")}</h3>
      {isNothing ? <p className={classes.quiet}>{t("Nothing: no reading came out of it.")}</p> : null}
      {readings.length > 0 ? (
        <table className={classes.fates}>
          <thead>
            <tr>
              <th scope="col">{t("Source")}</th>
              <th scope="col">{t("Value")}</th>
              <th scope="col">{t("Of")}</th>
            </tr>
          </thead>
          <tbody>
            {readings.map((reading) => {
              const { source, metric, observedAt, value } = reading;
              return (
                <tr key={`${source.kind} ${source.externalId} ${metric} ${observedAt}`} data-fate={reading.fate}>
                  <td>
                    {source.name ?? source.externalId}
                    <small>{t(METRIC_WORDS[metric])}</small>
                  </td>
                  <td>
                    {valueWords(value, metric)}
                    <small>{fateWords(reading, now, t)}</small>
                  </td>
                  <td>{secondsTime(observedAt, now, t)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
      {others.length > 0 ? (
        <p className={classes.quiet}>
          {t("Also {list}.", { list: others.map((other) => otherWords(other, t)).join(", ") })}
        </p>
      ) : null}
    </div>
  );
}
