import { Button, NumberInput, Switch } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormError } from "@/components/auth/FormError";
import { tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useChangeRetention } from "@/lib/client/use-storage";
import { Retention } from "@/lib/core/storage";
import classes from "./Storage.module.css";

const FIRST_YEARS = 5;

/** How long each class is kept. What is then too old goes within the hour, and can only be kept by undoing before. */
export function RetentionForm({ retention }: { retention: Retention }) {
  const t = useText();
  const change = useChangeRetention();
  const form = useForm({ initialValues: retention });
  const isSame = JSON.stringify(Retention.safeParse(form.values).data) === JSON.stringify(retention);
  const isValid = Retention.safeParse(form.values).success;
  const save = (values: Retention) =>
    change.mutate(values, {
      onSuccess: () => {
        form.resetDirty(values);
        tellWithUndo(t("Kept as set from the next clean-up on, within the hour."), async () => {
          await change.mutateAsync(retention);
          form.setValues(retention);
        });
      },
    });
  const years = form.values.rollupYears;
  return (
    <form className={classes.form} onSubmit={form.onSubmit(save)}>
      <div className={classes.forever}>
        <FormError message={change.error?.message ?? null} />
      </div>
      <NumberInput
        label={t("Deliveries, days")}
        description={t("3 at least")}
        min={3}
        max={3650}
        allowDecimal={false}
        {...form.getInputProps("deliveryDays")}
      />
      <NumberInput
        label={t("Readings, months")}
        description={t("2 at least: what is usual needs eight weeks")}
        min={2}
        max={120}
        allowDecimal={false}
        {...form.getInputProps("readingMonths")}
      />
      <NumberInput
        label={t("Alerts that are over, months")}
        description={t("3 at least, with their timelines")}
        min={3}
        max={120}
        allowDecimal={false}
        {...form.getInputProps("alertMonths")}
      />
      <Switch
        className={classes.forever ?? ""}
        label={t("Keep hourly and daily figures for ever")}
        checked={years === null}
        onChange={({ currentTarget }) => form.setFieldValue("rollupYears", currentTarget.checked ? null : FIRST_YEARS)}
      />
      {years === null ? null : (
        <NumberInput
          label={t("Figures, years")}
          description={t("2 at least")}
          min={2}
          max={50}
          allowDecimal={false}
          {...form.getInputProps("rollupYears")}
        />
      )}
      <Button type="submit" className={classes.save ?? ""} disabled={isSame || !isValid} loading={change.isPending}>
        {t("Save")}
      </Button>
    </form>
  );
}
