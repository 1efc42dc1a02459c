import { Button, Menu, SegmentedControl } from "@mantine/core";
import { IconLink, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { tell } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { copyText } from "@/lib/client/copy-text";
import type { HistoryChoices } from "@/lib/core/history-choices";
import { metricWords } from "@/lib/core/space-metric-words";
import type { SpaceFigures } from "@/lib/core/space-metrics";
import { inSentence, type Text } from "@/lib/core/text";
import classes from "./History.module.css";
import type { Days } from "./history-period";
import { PeriodPicker } from "./PeriodPicker";
import { SubjectPicker } from "./SubjectPicker";
import type { ChangeView, HistoryView } from "./use-history-view";

interface HistoryToolbarProps {
  readonly view: HistoryView;
  readonly onChange: ChangeView;
  readonly choices: HistoryChoices;
  /** What is looked at, in words. */
  readonly subject: string;
  readonly days: Days;
  readonly today: string;
  readonly timeZone: string;
  /** Spaces that one space can be compared with; null where nothing is compared and no metric chosen. */
  readonly others: readonly Pick<SpaceFigures, "id" | "name">[] | null;
  /** What else can be done with the view. */
  readonly children?: ReactNode;
}

const METRICS = ["timeUsedPercent", "average", "peak", "utilization"] as const;

/** One toolbar for every chart and table of the page. All it says stands in the address. */
export function HistoryToolbar(props: HistoryToolbarProps) {
  const { view, onChange, choices, subject, days, today, timeZone, others, children } = props;
  const t = useText();
  return (
    <search className={classes.bar} aria-label={t("What is shown")}>
      <SubjectPicker view={view} onChange={onChange} choices={choices} words={subject} />
      {view.spaces !== null && (
        <Button
          variant="subtle"
          color="gray"
          px={8}
          leftSection={<IconX size={14} stroke={2} aria-hidden />}
          onClick={() => onChange({ spaces: null, cell: null, compare: "none", with: null })}
        >
          {t("All spaces")}
        </Button>
      )}
      <PeriodPicker
        key={`${days.from} ${days.to}`}
        view={view}
        onChange={onChange}
        days={days}
        today={today}
        timeZone={timeZone}
      />
      {others && <CompareMenu view={view} onChange={onChange} others={others} />}
      <SegmentedControl
        size="sm"
        aria-label={t("Hours counted")}
        data={[
          { value: "working", label: t("Working hours") },
          { value: "all", label: t("All hours") },
        ]}
        value={view.hours}
        onChange={(hours) => onChange({ hours: hours as HistoryView["hours"], cell: null })}
      />
      {others && (
        <Choice
          label={t("Metric: {name}", { name: inSentence(metricWords(view.metric, t).name, t) })}
          items={METRICS.map((value) => ({ value, label: metricWords(value, t).name }))}
          value={view.metric}
          onChoose={(metric) => onChange({ metric: metric as HistoryView["metric"] })}
        />
      )}
      <Button
        className={classes.push ?? ""}
        variant="default"
        leftSection={<IconLink size={16} stroke={1.75} aria-hidden />}
        onClick={async () => {
          await copyText(window.location.href);
          tell(t("Link copied. It shows the same view."));
        }}
      >
        {t("Link")}
      </Button>
      {children}
    </search>
  );
}

type Others = NonNullable<HistoryToolbarProps["others"]>;

function compareWords({ compare, with: other }: HistoryView, others: Others, t: Text): string {
  switch (compare) {
    case "none":
      return t("Compare: none");
    case "previous":
      return t("Compare: the days before");
    case "four-weeks":
      return t("Compare: four weeks earlier");
    case "space":
      return t("Compare: {name}", { name: others.find(({ id }) => id === other)?.name ?? "–" });
  }
}

interface CompareMenuProps extends Pick<HistoryToolbarProps, "view" | "onChange"> {
  readonly others: Others;
}

/** With the days before, the same weekdays four weeks earlier, or, for one space, another one. */
function CompareMenu({ view, onChange, others }: CompareMenuProps) {
  const t = useText();
  const items = [
    { value: "none", label: t("Nothing") },
    { value: "previous", label: t("As many days before") },
    { value: "four-weeks", label: t("The same weekdays four weeks earlier") },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Choice
      label={compareWords(view, others, t)}
      items={items}
      value={view.compare === "space" ? (view.with ?? "none") : view.compare}
      onChoose={(value) => {
        if (value === "none" || value === "previous" || value === "four-weeks")
          onChange({ compare: value, with: null });
        else onChange({ compare: "space", with: value });
      }}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function Choice({ label, items, value, onChoose }: ChoiceProps) {
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button variant="default">{label}</Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        <Menu.RadioGroup value={value} onChange={onChoose}>
          {items.map((item) => (
            <Menu.RadioItem key={item.value} value={item.value} closeMenuOnClick>
              {item.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
