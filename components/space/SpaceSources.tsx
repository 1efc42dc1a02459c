import { IconBoltOff } from "@tabler/icons-react";
import { ageWords, type Moment } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { readingsOf, type SpaceSnapshot, type SpaceSource } from "@/lib/core/floor";
import panel from "./SpacePanel.module.css";
import classes from "./SpaceSources.module.css";
import {
  connectionWords,
  healthWords,
  isOffline,
  lastHeardWords,
  lateWords,
  rhythmWords,
  sourceWords,
} from "./source-words";
import { toldWords } from "./value-words";

interface SpaceSourcesProps extends Moment {
  readonly space: SpaceSnapshot;
}

/** Who reports about the space: what each of them says, how it is, and when it was last heard. */
export function SpaceSources({ space, now, timeZone }: SpaceSourcesProps) {
  const t = useText();
  return (
    <section className={panel.section} aria-label={t("Sources")}>
      <h3 className={panel.title}>{t("Sources")}</h3>
      {space.sources.length === 0 && <p className={panel.quiet}>{t("None. Map a source to see who is here.")}</p>}
      <ul className={classes.sources}>
        {space.sources.map((source) => (
          <Source key={source.id} source={source} space={space} now={now} timeZone={timeZone} />
        ))}
      </ul>
    </section>
  );
}

function Source({ source, space, now, timeZone }: SpaceSourcesProps & { readonly source: SpaceSource }) {
  const t = useText();
  const values = readingsOf(space).filter((reading) => reading.source === source.id);
  const heard = lastHeardWords(source, now, t);
  const ageOf = (at: string) => ageWords(now - Date.parse(at), t);
  const offline = isOffline(source);
  const late = offline ? null : lateWords(source, now, t);
  const connection = connectionWords(source, { now, timeZone }, t);
  const health = [offline ? "" : connection, healthWords(source, t), rhythmWords(source, t)]
    .filter(Boolean)
    .join(" · ");
  return (
    <li data-offline={offline || undefined}>
      <div className={panel.row}>
        <span className={classes.source}>{sourceWords(source, space, t)}</span>
        <span className={classes.age}>{heard}</span>
      </div>
      {offline && (
        <p className={classes.offline}>
          <IconBoltOff size={14} aria-hidden />
          {connection}
        </p>
      )}
      {values.length > 0 && (
        <p className={classes.values}>
          {values.map(({ metric, value, observedAt }) => (
            <span key={metric}>
              <b>{toldWords(metric, value, t)}</b>
              {ageOf(observedAt) !== heard && ` · ${ageOf(observedAt)}`}
            </span>
          ))}
        </p>
      )}
      {health && <p className={panel.quiet}>{health}</p>}
      {late && <p className={classes.late}>{late}</p>}
    </li>
  );
}
