import { Button } from "@mantine/core";
import { useState } from "react";
import { CloseButton } from "@/components/frame/CloseButton";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import { toldWords } from "@/components/space/value-words";
import { ageWords } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import type { Mapper } from "@/lib/client/use-mapping";
import { usePlaces } from "@/lib/client/use-places";
import { useStays } from "@/lib/client/use-sources";
import type { Metric } from "@/lib/core/metric";
import type { Source, SourceStay } from "@/lib/core/source";
import type { Text } from "@/lib/core/text";
import { ChoosePlace } from "./ChoosePlace";
import { sinceWords, stayClock } from "./moment-words";
import { ReplaceDialog } from "./ReplaceDialog";
import classes from "./SourceDetail.module.css";
import { kindWords, payloadWords, sourceTitle } from "./source-row-words";

interface SourceDetailProps {
  readonly source: Source;
  readonly mapper: Mapper;
  readonly now: number;
  readonly waiting: readonly Source[];
  readonly onClose: () => void;
}

/** One source that stands somewhere: what it says, where it has stood, and moving, replacing or taking it out. */
export function SourceDetail({ source, mapper, now, waiting, onClose }: SourceDetailProps) {
  const t = useText();
  const places = usePlaces();
  const [asks, setAsks] = useState<"place" | "replacement" | null>(null);
  const title = sourceTitle(source);
  const { assignment, space } = source;
  const after = async (work: Promise<{ words: string; done: Parameters<Mapper["undo"]>[0] }>) => {
    try {
      const { words, done } = await work;
      tellWithUndo(words, () => mapper.undo(done));
    } catch (error) {
      tellFailure(error);
    }
  };
  const takeOut = async (assignmentId: string) => ({
    words: t("{title} is taken out of {name}. Its history there stays.", { title, name: space?.name ?? "" }),
    done: await mapper.takeOut(source.id, assignmentId),
  });
  const move = async (spaceId: string, name: string) => ({
    words: t("{title} stands in {name} from now on.", { title, name }),
    done: (await mapper.map([{ sourceId: source.id, spaceId }])).done,
  });
  const { first, others } = payloadWords(source, t);
  return (
    <section className={classes.detail} aria-label={title}>
      <header className={classes.head}>
        <div>
          <h2>{title}</h2>
          <p>
            {kindWords(source, t)} · {source.externalId}
          </p>
        </div>
        <CloseButton onClick={onClose} />
      </header>
      <dl className={classes.facts}>
        <Fact label={t("Stands in")} value={[space?.name, space?.floor?.name].filter(Boolean).join(", ")} />
        <Fact label={t("Since")} value={assignment ? sinceWords(assignment.since, now, t) : ""} />
        <Fact label={t("Its payload says")} value={[first, ...others].join(", ")} />
        {Object.entries(source.values).map(([metric, word]) => (
          <Fact
            key={metric}
            label={ownLabel(metric, t)}
            value={`${toldWords(metric as Metric, word.value)}, ${ageWords(Math.max(0, now - Date.parse(word.observedAt)), t)}`}
          />
        ))}
      </dl>
      <Stays sourceId={source.id} now={now} />
      <footer className={classes.actions}>
        <Button size="sm" disabled={mapper.isBusy} onClick={() => setAsks("replacement")}>
          {t("Replace device")}
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={mapper.isBusy || places === null}
          onClick={() => setAsks("place")}
        >
          {t("Move")}
        </Button>
        {assignment ? (
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            disabled={mapper.isBusy}
            onClick={() => void after(takeOut(assignment.id))}
          >
            {t("Take out")}
          </Button>
        ) : null}
      </footer>
      {places ? (
        <ChoosePlace
          opened={asks === "place"}
          places={places}
          title={t("Where does {title} stand now?", { title })}
          onClose={() => setAsks(null)}
          onChoose={({ id, name }) => {
            setAsks(null);
            void after(move(id, name));
          }}
        />
      ) : null}
      <ReplaceDialog
        opened={asks === "replacement"}
        source={source}
        waiting={waiting}
        now={now}
        onClose={() => setAsks(null)}
        onReplace={(replacement, at) => {
          setAsks(null);
          const words = t("{replacement} speaks for {space} now. {title} is ignored.", {
            replacement: sourceTitle(replacement),
            space: space?.name ?? "",
            title,
          });
          void after(mapper.replace(source.id, replacement.id, at).then((done) => ({ words, done })));
        }}
      />
    </section>
  );
}

const Fact = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

function Stays({ sourceId, now }: { readonly sourceId: string; readonly now: number }) {
  const t = useText();
  const { data, isError } = useStays(sourceId);
  return (
    <section className={classes.stays} aria-label={t("Where it has stood")}>
      <h3>{t("Where it has stood")}</h3>
      {isError && !data ? <p>{t("Its history is not answering. Trying again.")}</p> : null}
      <ol>
        {data?.map((stay) => (
          <li key={stay.id}>
            <b>{[stay.space.name, stay.space.floor].filter(Boolean).join(", ")}</b>
            <span>{stayWords(stay, now, t)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What it says of itself has its own name; of the rest the value says what it is. */
function ownLabel(metric: string, t: Text): string {
  if (metric === "battery") return t("Battery");
  if (metric === "signal") return t("Signal");
  return metric === "online" ? t("Connection") : t("Measured");
}

function stayWords({ from, to, by, replaces }: SourceStay, now: number, t: Text): string {
  const until = to === null ? t("until now") : t("until {time}", { time: stayClock(to, now, t) });
  const who = by === null ? t("by its vendor") : t("by {by}", { by });
  const whom = replaces === null ? "" : t("instead of {name}", { name: replaces.name });
  return [sinceWords(from, now, t), until, who, whom].filter(Boolean).join(", ");
}
