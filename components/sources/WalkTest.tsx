import { Button, Select } from "@mantine/core";
import { IconCheck, IconClock, IconVolumeOff } from "@tabler/icons-react";
import { parseAsInteger, parseAsString, useQueryState } from "nuqs";
import { sourceWords } from "@/components/space/source-words";
import { useText } from "@/components/text/TextProvider";
import { useRich } from "@/components/text/use-rich";
import { serverNow } from "@/lib/client/server-clock";
import { usePlaces } from "@/lib/client/use-places";
import { useWalkedFloor } from "@/lib/client/use-walked-floor";
import type { FloorSnapshot, SpaceSnapshot } from "@/lib/core/floor";
import { text } from "@/lib/core/text";
import { type WalkVerdict, walkVerdict } from "@/lib/core/walk-test";
import { stayClock } from "./moment-words";
import classes from "./WalkTest.module.css";

/** On foot through a floor: each mapped place ticks itself off when it reports, and silent ones are named. */
export function WalkTest({ now }: { readonly now: number }) {
  const t = useText();
  const places = usePlaces();
  const [floorId, setFloor] = useQueryState("floor", parseAsString);
  const [startedAt, setStarted] = useQueryState("started", parseAsInteger);
  const chosen = floorId ?? places?.floors[0]?.id ?? null;
  if (places && places.floors.length === 0)
    return <p className={classes.lead}>{t("There is no floor to walk yet.")}</p>;
  const data = (places?.floors ?? []).map(({ id, name }) => ({ value: id, label: `${name} · ${places?.above(id)}` }));
  return (
    <div className={classes.walk}>
      <p className={classes.lead}>
        {t(
          "Walk through a floor with a phone. Each mapped place ticks itself off when it reports; what is silent for ten minutes is named with the likely cause.",
        )}
      </p>
      <div className={classes.choice}>
        <Select
          aria-label={t("Floor")}
          placeholder={t("Floor")}
          data={data}
          value={chosen}
          allowDeselect={false}
          onChange={(id) => {
            void setFloor(id);
            void setStarted(null);
          }}
        />
        <Button
          variant={startedAt === null ? "filled" : "default"}
          disabled={chosen === null}
          onClick={() => {
            void setFloor(chosen);
            void setStarted(Math.floor(serverNow()));
          }}
        >
          {startedAt === null ? t("Start the walk") : t("Start again")}
        </Button>
      </div>
      {startedAt !== null && chosen !== null ? (
        <Walk key={chosen} floorId={chosen} startedAt={startedAt} now={now} />
      ) : null}
    </div>
  );
}

interface WalkProps {
  readonly floorId: string;
  readonly startedAt: number;
  readonly now: number;
}

function Walk(props: WalkProps) {
  const t = useText();
  const { data, isError } = useWalkedFloor(props.floorId);
  if (!data)
    return <p className={classes.lead}>{isError ? t("The floor is not answering. Trying again.") : t("Looking…")}</p>;
  return <Walked floor={data} {...props} />;
}

const ORDER: readonly WalkVerdict["kind"][] = ["silent", "waiting", "heard"];

function Walked({ floor, startedAt, now }: WalkProps & { readonly floor: FloorSnapshot }) {
  const t = useText();
  const rich = useRich();
  const tested = floor.spaces
    .flatMap((space) => {
      const verdict = walkVerdict(space, startedAt, now, t);
      return verdict ? [{ space, verdict }] : [];
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.verdict.kind) - ORDER.indexOf(b.verdict.kind) ||
        a.space.name.localeCompare(b.space.name, t.locale, { numeric: true }),
    );
  const heard = tested.filter(({ verdict }) => verdict.kind === "heard").length;
  const unmapped = floor.spaces.length - tested.length;
  return (
    <>
      <p className={classes.count} role="status">
        {rich("{share} since {time}{unmapped, plural, =0 {} other { · # without a sensor}}", {
          share: <b>{t("{heard} of {all} reported", { heard, all: tested.length })}</b>,
          time: stayClock(new Date(startedAt).toISOString(), now, t),
          unmapped,
        })}
      </p>
      <ul className={classes.list}>
        {tested.map(({ space, verdict }) => (
          <Tested key={space.id} space={space} verdict={verdict} now={now} />
        ))}
      </ul>
    </>
  );
}

const ICONS = { heard: IconCheck, waiting: IconClock, silent: IconVolumeOff };
const WORDS = { heard: text("Reported"), waiting: text("Not yet"), silent: text("Silent") };

interface TestedProps {
  readonly space: SpaceSnapshot;
  readonly verdict: WalkVerdict;
  readonly now: number;
}

function Tested({ space, verdict, now }: TestedProps) {
  const t = useText();
  const Icon = ICONS[verdict.kind];
  const detail =
    verdict.kind === "heard"
      ? stayClock(new Date(verdict.at).toISOString(), now, t)
      : verdict.kind === "silent"
        ? verdict.cause
        : (verdict.hint ?? "");
  return (
    <li className={classes.item} data-verdict={verdict.kind}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <div>
        <b>{space.name}</b>
        <p>
          {t(WORDS[verdict.kind])}
          {detail ? ` · ${detail}` : ""}
        </p>
        <p className={classes.sources}>{space.sources.map((source) => sourceWords(source, space, t)).join(", ")}</p>
      </div>
    </li>
  );
}
