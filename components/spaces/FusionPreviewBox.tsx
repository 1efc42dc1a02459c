import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { statePaint } from "@/components/state/state-paint";
import { clockTime, STATE_WORD } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { useFusionPreview, usePreviewSpaces } from "@/lib/client/use-fusion-preview";
import type { FusionPreview, FusionRules, Timeline } from "@/lib/core/fusion-preview";
import { intlLocale } from "@/lib/core/locale";
import type { Text } from "@/lib/core/text";
import classes from "./Fusion.module.css";

interface FusionPreviewBoxProps {
  /** The type as it is called now; null for a new one. */
  readonly type: string | null;
  readonly rules: FusionRules;
}

const WAIT_MS = 400;

/** What the rules would have made of the last 24 hours of a space, before they are saved. */
export function FusionPreviewBox({ type, rules }: FusionPreviewBoxProps) {
  const t = useText();
  const { data: spaces = [] } = usePreviewSpaces(type);
  const [chosen, setChosen] = useState<string | null>(null);
  const spaceId = chosen ?? spaces[0]?.id ?? null;
  const [asked] = useDebouncedValue(rules, WAIT_MS);
  const { data, error } = useFusionPreview(spaceId, asked);
  return (
    <section className={classes.preview} aria-label={t("Preview")}>
      <Select
        label={t("Preview with the last 24 hours of")}
        placeholder={spaces.length === 0 ? t("No space has a sensor yet") : ""}
        searchable
        allowDeselect={false}
        data={spaces.map(({ id, name }) => ({ value: id, label: name }))}
        value={spaceId}
        onChange={setChosen}
      />
      {error ? <p role="alert">{t(error.message)}</p> : null}
      {data ? <Comparison preview={data} /> : null}
    </section>
  );
}

const oneDigit = (value: number, t: Text) =>
  value.toLocaleString(intlLocale(t.locale), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function Comparison({ preview }: { preview: FusionPreview }) {
  const t = useText();
  const { before, after, coverage } = preview;
  const percent = (value: number | null) =>
    value === null ? t("not known") : t("{value} %", { value: oneDigit(value, t) });
  const difference =
    before.usedPercent === null || after.usedPercent === null ? null : after.usedPercent - before.usedPercent;
  return (
    <>
      <Strip
        label={t("As it is: used {percent}", { percent: percent(before.usedPercent) })}
        line={before}
        preview={preview}
      />
      <Strip
        label={t("With these rules: used {percent}", { percent: percent(after.usedPercent) })}
        line={after}
        preview={preview}
      />
      <p role="status">
        {difference === null
          ? t("Nothing is known of these hours.")
          : t("Time used changes by {points} percentage points; {coverage} % of the time is known.", {
              points: `${difference < 0 ? "−" : "+"}${oneDigit(Math.abs(difference), t)}`,
              coverage: Math.round(coverage * 100),
            })}
      </p>
    </>
  );
}

interface StripProps {
  readonly label: string;
  readonly line: Timeline;
  readonly preview: FusionPreview;
}

function Strip({ label, line, preview }: StripProps) {
  const t = useText();
  const [from, to] = [Date.parse(preview.from), Date.parse(preview.to)];
  const pieces = line.states.map(({ at, state }, index) => {
    const start = Date.parse(at);
    const end = Date.parse(line.states[index + 1]?.at ?? preview.to);
    return { start, end, state };
  });
  const told = pieces.map(({ start, state }) => `${clockTime(start, preview.timeZone, to, t)} ${t(STATE_WORD[state])}`);
  return (
    <figure className={classes.strip}>
      <figcaption>{label}</figcaption>
      <svg viewBox="0 0 1440 24" preserveAspectRatio="none" role="img" aria-label={told.join(", ")}>
        {pieces.map(({ start, end, state }) => {
          const { fill, pattern } = statePaint(state, null);
          const box = {
            x: ((start - from) / (to - from)) * 1440,
            width: ((end - start) / (to - from)) * 1440,
            height: 24,
          };
          return (
            <g key={start}>
              <rect {...box} fill={fill} />
              {pattern ? <rect {...box} fill={pattern} /> : null}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
