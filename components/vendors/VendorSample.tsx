import { useText } from "@/components/text/TextProvider";
import type { VendorSample as Sample, VendorEvent } from "@/lib/core/vendor";
import classes from "./VendorScreen.module.css";
import { OUTCOME_WORDS, sampleWords, since } from "./vendor-words";

interface VendorSampleProps {
  readonly event: VendorEvent;
  readonly sample: Sample;
  readonly now: number;
}

/** The last event as it was understood here: the proof that the two sides speak of the same thing. */
export function VendorSample({ event, sample, now }: VendorSampleProps) {
  const t = useText();
  return (
    <section className={classes.section} aria-label={t("Last event")}>
      <h2 className={classes.heading}>{t("Last event")}</h2>
      <dl className={classes.facts}>
        <dt>{t("Type")}</dt>
        <dd>{event.eventType || t("none")}</dd>
        <dt>{t("Happened")}</dt>
        <dd suppressHydrationWarning>
          {event.observedAt === null ? t("it does not say") : since(event.observedAt, now, t)}
        </dd>
        <dt>{t("Received")}</dt>
        <dd suppressHydrationWarning>{since(event.receivedAt, now, t)}</dd>
        <dt>{t("Became")}</dt>
        <dd>
          {t(OUTCOME_WORDS[event.outcome])}
          {sample.lines.length > 0 ? (
            <ul className={classes.lines}>
              {sample.lines.map((line) => (
                <li key={sampleWords(line, t)}>{sampleWords(line, t)}</li>
              ))}
              {sample.more > 0 ? <li>{t("and {more} more", { more: sample.more })}</li> : null}
            </ul>
          ) : null}
        </dd>
        {sample.issues.length > 0 ? (
          <>
            <dt>{t("Not used")}</dt>
            <dd>
              <ul className={classes.lines}>
                {sample.issues.map((issue) => (
                  <li key={issue}>{issue}</li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
