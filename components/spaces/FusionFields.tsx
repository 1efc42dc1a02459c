import { ActionIcon, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { SPEAKERS, type Speaker } from "@/lib/core/fusion";
import type { Text } from "@/lib/core/text";
import classes from "./Fusion.module.css";

interface FusionFieldsProps {
  readonly speakers: readonly Speaker[];
  readonly onSpeakers: (speakers: Speaker[]) => void;
  readonly lunch: { readonly from: string; readonly until: string };
  readonly onLunch: (lunch: { from: string; until: string }) => void;
  readonly problem: string | null;
}

function speakerWords(speaker: Speaker, t: Text): string {
  switch (speaker) {
    case "count":
      return t("People count");
    case "desk":
      return t("Desk sensor");
    case "motion":
      return t("Motion");
  }
}

/** Who speaks for spaces of a type when several sources know, and when they have lunch. */
export function FusionFields({ speakers, onSpeakers, lunch, onLunch, problem }: FusionFieldsProps) {
  const t = useText();
  const move = (index: number, step: -1 | 1) => {
    const next = [...speakers];
    const [one] = next.splice(index, 1);
    if (one) next.splice(index + step, 0, one);
    onSpeakers(next);
  };
  return (
    <>
      <fieldset className={classes.order}>
        <legend>{t("Who speaks, best first")}</legend>
        <p>{t("Of sources that are fresh, the first of these decides. The others stay visible.")}</p>
        <ol>
          {speakers.map((speaker, index) => (
            <li key={speaker}>
              <span>{speakerWords(speaker, t)}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("{speaker}: earlier", { speaker: speakerWords(speaker, t) })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("{speaker}: later", { speaker: speakerWords(speaker, t) })}
                disabled={index === SPEAKERS.length - 1}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
            </li>
          ))}
        </ol>
      </fieldset>
      <fieldset className={classes.lunch}>
        <legend>{t("Lunch break")}</legend>
        <p>{t("Who leaves a motion or desk sensor in it is away until it ends. Empty: none.")}</p>
        <div>
          <TextInput
            type="time"
            label={t("From")}
            value={lunch.from}
            onChange={({ currentTarget }) => onLunch({ ...lunch, from: currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t("Until")}
            error={problem}
            value={lunch.until}
            onChange={({ currentTarget }) => onLunch({ ...lunch, until: currentTarget.value })}
          />
        </div>
      </fieldset>
    </>
  );
}
