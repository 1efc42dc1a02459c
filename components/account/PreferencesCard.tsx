import { Radio, Select, Stack } from "@mantine/core";
import { PaintMark } from "@/components/state/PaintMark";
import { STATE_ICON } from "@/components/state/state-icon";
import { statePaint } from "@/components/state/state-paint";
import { LanguageSelect } from "@/components/text/LanguageSelect";
import { useText } from "@/components/text/TextProvider";
import { usePreference } from "@/components/text/use-preference";
import type { Palette } from "@/lib/core/preferences";
import type { SpaceStateName } from "@/lib/core/space-state";
import { type Text, text } from "@/lib/core/text";
import classes from "./Account.module.css";

const PALETTES: readonly { readonly value: Palette; readonly label: string; readonly description: string }[] = [
  { value: "safe", label: text("For every kind of colour vision"), description: text("As the product comes.") },
  {
    value: "classic",
    label: text("Green and red"),
    description: text("Free is green, in use is red. Icons, patterns and words stay."),
  },
  { value: "contrast", label: text("High contrast"), description: text("Stronger colours, edges and words.") },
];

/** The states that only a colour tells apart. */
const SHOWN: readonly SpaceStateName[] = ["free", "held", "occupied", "away", "over"];

/** How this browser shows things: language, units and colours. */
export function PreferencesCard() {
  const t = useText();
  const [temperature, chooseTemperature] = usePreference("temperature");
  const [palette, choosePalette] = usePreference("palette");
  return (
    <section className={classes.card} aria-labelledby="preferences">
      <h2 id="preferences">{t("Language, units and colours")}</h2>
      <div className={classes.form}>
        <p className={classes.quiet}>{t("In this browser.")}</p>
        <LanguageSelect />
        <Select
          label={t("Temperature")}
          data={[
            { value: "celsius", label: "°C" },
            { value: "fahrenheit", label: "°F" },
          ]}
          value={temperature}
          onChange={(value) => value && chooseTemperature(value)}
          allowDeselect={false}
        />
        <Radio.Group
          label={t("Colours of the states")}
          value={palette}
          onChange={(value) => choosePalette(value)}
          description={<Sample t={t} />}
          inputWrapperOrder={["label", "input", "description"]}
        >
          <Stack gap={16} my={8}>
            {PALETTES.map(({ value, label, description }) => (
              <Radio key={value} value={value} label={t(label)} description={t(description)} />
            ))}
          </Stack>
        </Radio.Group>
      </div>
    </section>
  );
}

/** What the colours that are chosen now look like. */
function Sample({ t }: { readonly t: Text }) {
  return (
    <span className={classes.sample} role="img" aria-label={t("The states in these colours")}>
      {SHOWN.map((state) => (
        <PaintMark key={state} paint={statePaint(state, null)} icon={STATE_ICON[state]} size="lg" />
      ))}
    </span>
  );
}
