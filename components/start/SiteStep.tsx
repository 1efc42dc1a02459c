import { Button, Chip, Group, Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormError } from "@/components/auth/FormError";
import { weekdayWord } from "@/components/spaces/hours-text";
import { useText } from "@/components/text/TextProvider";
import { useSaveSite } from "@/lib/client/use-start";
import type { StartState } from "@/lib/core/start";
import { WEEKDAYS } from "@/lib/core/working-hours";
import classes from "./Start.module.css";
import { OFFICE_DAYS, readHolidays, sameHours, timeZones } from "./site-form";

interface SiteStepProps {
  readonly site: StartState["site"];
  readonly onDone: () => void;
}

/** Where the first site is, and when people are meant to be in. */
export function SiteStep({ site, onDone }: SiteStepProps) {
  const t = useText();
  const save = useSaveSite(site?.id ?? null);
  const form = useForm({
    initialValues: {
      name: site?.name ?? "",
      timeZone: site?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      days: OFFICE_DAYS as string[],
      from: "08:00",
      to: "18:00",
      holidays: "",
    },
    validate: {
      name: (name) => (name.trim() === "" ? t("Give the site a name.") : null),
      timeZone: (zone) => (zone ? null : t("Choose a time zone.")),
      to: (to, { from }) => (from < to ? null : t("Must be later than the start.")),
      holidays: (text) => {
        const { wrong } = readHolidays(text);
        return wrong === null ? null : t("“{wrong}” is not like 2026-12-25 Christmas Day.", { wrong });
      },
    },
  });
  const submit = form.onSubmit(({ name, timeZone, days, from, to, holidays }) =>
    save.mutate(
      {
        name: name.trim(),
        timeZone,
        workingHours: sameHours(days, from, to),
        holidays: readHolidays(holidays).holidays,
      },
      { onSuccess: onDone },
    ),
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <FormError message={save.error?.message ?? null} />
      <div className={classes.pair}>
        <TextInput label={t("Name")} placeholder={t("Riverside")} maxLength={200} {...form.getInputProps("name")} />
        <Select
          label={t("Time zone")}
          description={t("Days, hours and reports follow its clock.")}
          data={timeZones()}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t("No such zone")}
          {...form.getInputProps("timeZone")}
        />
      </div>
      <fieldset className={classes.fieldset}>
        <legend>{t("Working hours")}</legend>
        <Chip.Group multiple value={form.values.days} onChange={(days) => form.setFieldValue("days", days)}>
          <Group gap={6}>
            {WEEKDAYS.map((day) => (
              <Chip key={day} value={day} size="sm" variant="outline">
                {weekdayWord(day, t)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <div className={classes.hours}>
          <TextInput type="time" label={t("From")} {...form.getInputProps("from")} />
          <TextInput type="time" label={t("Until")} {...form.getInputProps("to")} />
        </div>
      </fieldset>
      <Textarea
        label={t("Days off")}
        description={t("If you like; one a line: 2026-12-25 Christmas Day")}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps("holidays")}
      />
      <p className={classes.quiet}>
        {t("Other hours for single days, floors or rooms can be set under Spaces later.")}
      </p>
      <div>
        <Button type="submit" loading={save.isPending}>
          {site === null ? t("Add the site") : t("Save the site")}
        </Button>
      </div>
    </form>
  );
}
