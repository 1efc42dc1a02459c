import { Button, Checkbox, Group, MultiSelect, SegmentedControl, TextInput } from "@mantine/core";
import { Info } from "luxon";
import { type FormEvent, useState } from "react";
import { KIND_GROUP_NAMES, KIND_GROUPS, type KindGroup, kindWord } from "@/components/alerts/alert-views";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import type { NewWindow } from "@/lib/client/use-maintenance-windows";
import { intlLocale } from "@/lib/core/locale";
import { WEEKDAYS, type Weekday } from "@/lib/core/working-hours";
import classes from "./Maintenance.module.css";
import { type ChosenPlace, PlaceField } from "./PlaceField";
import { momentOf } from "./window-words";

interface WindowFormProps {
  /** Resolves to the problem as a sentence; null when it is kept. */
  readonly onSave: (window: NewWindow) => Promise<string | null>;
  readonly onCancel: () => void;
}

const WORKING_DAYS: Weekday[] = ["mon", "tue", "wed", "thu", "fri"];

/** What is closed, why, and when: once or every week. */
export function WindowForm({ onSave, onCancel }: WindowFormProps) {
  const t = useText();
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<"once" | "weekly">("once");
  const [times, setTimes] = useState({ starts: "", ends: "", from: "22:00", until: "06:00" });
  const [days, setDays] = useState<Weekday[]>(WORKING_DAYS);
  const [muted, setMuted] = useState<KindGroup[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!place) return setProblem(t("Choose what is closed."));
    if (kind === "weekly" && days.length === 0) return setProblem(t("Choose at least one day."));
    const startsAt = momentOf(times.starts);
    setBusy(true);
    const answer = await onSave({
      spaceId: place.kind === "space" ? place.id : null,
      sourceId: place.kind === "source" ? place.id : null,
      name: name.trim() || t("Maintenance"),
      ...(startsAt && { startsAt }),
      endsAt: momentOf(times.ends),
      weekly: kind === "weekly" ? { weekdays: days, from: times.from, until: times.until } : null,
      mutedKinds: muted.length === 0 ? null : muted.flatMap((group) => [...KIND_GROUPS[group]]),
    });
    setBusy(false);
    setProblem(answer);
    return undefined;
  };
  const time = (part: keyof typeof times) => ({
    value: times[part],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setTimes((before) => ({ ...before, [part]: value }));
    },
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={classes.form} aria-label={t("New window")}>
      <FormError message={problem} />
      <PlaceField error={null} onChoose={setPlace} />
      <TextInput
        label={t("Why")}
        placeholder={t("HVAC works")}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={t("How often")}
        data={[
          { value: "once", label: t("Once") },
          { value: "weekly", label: t("Every week") },
        ]}
        value={kind}
        onChange={(value) => setKind(value as typeof kind)}
      />
      {kind === "weekly" ? (
        <>
          <DaysField days={days} onChange={setDays} />
          <Group grow>
            <TextInput type="time" label={t("From")} {...time("from")} />
            <TextInput type="time" label={t("To")} description={null} {...time("until")} />
          </Group>
          <p className={classes.hint}>{t("On the clock of the site. An end before the start is on the next day.")}</p>
        </>
      ) : null}
      <Group grow align="flex-start">
        <TextInput type="datetime-local" label={t("Starts")} description={t("Empty: now")} {...time("starts")} />
        <TextInput
          type="datetime-local"
          label={t("Ends")}
          description={t("Empty: until somebody ends it")}
          {...time("ends")}
        />
      </Group>
      <MultiSelect
        label={t("Alerts that stay quiet")}
        placeholder={muted.length === 0 ? t("Every kind") : ""}
        data={KIND_GROUP_NAMES.map((value) => ({ value, label: kindWord(value, t) }))}
        value={muted}
        onChange={(value) => setMuted(KIND_GROUP_NAMES.filter((group) => value.includes(group)))}
      />
      <Group justify="flex-end" mt={4}>
        <Button variant="default" onClick={onCancel} disabled={isBusy}>
          {t("Cancel")}
        </Button>
        <Button type="submit" loading={isBusy}>
          {t("Add the window")}
        </Button>
      </Group>
    </form>
  );
}

function DaysField({ days, onChange }: { readonly days: Weekday[]; readonly onChange: (days: Weekday[]) => void }) {
  const t = useText();
  const names = Info.weekdays("short", { locale: intlLocale(t.locale) });
  return (
    <Checkbox.Group
      label={t("Days")}
      value={days}
      onChange={(value) => onChange(WEEKDAYS.filter((day) => value.includes(day)))}
    >
      <Group gap={12} mt={4}>
        {WEEKDAYS.map((day, i) => (
          <Checkbox key={day} value={day} label={names[i]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
