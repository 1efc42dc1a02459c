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
  return (
    <section className={classes.section} aria-label="Last event">
      <h2 className={classes.heading}>Last event</h2>
      <dl className={classes.facts}>
        <dt>Type</dt>
        <dd>{event.eventType || "none"}</dd>
        <dt>Happened</dt>
        <dd suppressHydrationWarning>{event.observedAt === null ? "it does not say" : since(event.observedAt, now)}</dd>
        <dt>Received</dt>
        <dd suppressHydrationWarning>{since(event.receivedAt, now)}</dd>
        <dt>Became</dt>
        <dd>
          {OUTCOME_WORDS[event.outcome]}
          {sample.lines.length > 0 ? (
            <ul className={classes.lines}>
              {sample.lines.map((line) => (
                <li key={sampleWords(line)}>{sampleWords(line)}</li>
              ))}
              {sample.more > 0 ? <li>and {sample.more} more</li> : null}
            </ul>
          ) : null}
        </dd>
        {sample.issues.length > 0 ? (
          <>
            <dt>Not used</dt>
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
