import { ageWords } from "@/components/state/state-words";
import { vendorShort } from "@/components/vendor/vendor-words";
import type { SpaceSource } from "@/lib/core/floor";
import classes from "./SpacePanel.module.css";
import { lateWords, rhythmWords } from "./source-words";

/** Who reports about the space, how often, and when last. */
export function SpaceSources({ sources, now }: { sources: readonly SpaceSource[]; now: number }) {
  return (
    <section className={classes.section} aria-label="Sources">
      <h3 className={classes.title}>Sources</h3>
      {sources.length === 0 && <p className={classes.quiet}>None. Map a source to see who is here.</p>}
      <ul className={classes.sources}>
        {sources.map((source) => {
          const late = lateWords(source, now);
          return (
            <li key={source.id}>
              <div className={classes.row}>
                <span className={classes.source}>
                  {vendorShort(source.vendor)} {source.kind} · {source.name}
                </span>
                <span className={classes.age}>
                  {source.lastReadingAt === null ? "no reading yet" : ageWords(now - Date.parse(source.lastReadingAt))}
                </span>
              </div>
              <p className={classes.quiet}>{rhythmWords(source.expectedIntervalMs)}</p>
              {late && <p className={classes.late}>{late}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
