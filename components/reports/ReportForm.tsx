import { Button, Checkbox, SegmentedControl, Select, TagsInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/auth/FormError";
import classes from "@/components/notifications/Notifications.module.css";
import { useText } from "@/components/text/TextProvider";
import { serverNow } from "@/lib/client/server-clock";
import { LOCALE_NAMES, LOCALES } from "@/lib/core/locale";
import { type Report, ReportDraft } from "@/lib/core/reports/report";
import { periodWords } from "@/lib/core/reports/report-body";
import { nextDue } from "@/lib/core/reports/schedule";
import type { Text } from "@/lib/core/text";
import { weekdayName } from "@/lib/core/weekday-name";
import { momentWords } from "./report-words";

/** What can be chosen about a report. */
export type ReportSettings = Pick<Report, "every" | "weekday" | "toOwner" | "addresses" | "language">;

interface ReportFormProps {
  readonly initial: ReportSettings;
  /** IANA zone of the site. */
  readonly timeZone: string;
  /** Whose own address it goes to. */
  readonly owner: { readonly email: string; readonly isMe: boolean };
  /** May add addresses of others. */
  readonly mayAddress: boolean;
  /** There is a mail server. */
  readonly canMail: boolean;
  readonly submitWords: string;
  readonly onSubmit: (settings: ReportSettings) => Promise<void>;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** How often a report is sent, and to whom. */
export function ReportForm(props: ReportFormProps) {
  const { initial, timeZone, owner, mayAddress, canMail, submitWords, onSubmit } = props;
  const t = useText();
  const [values, setValues] = useState<ReportSettings>(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const set = (change: Partial<ReportSettings>) => setValues((before) => ({ ...before, ...change }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemOf(values, t);
    if (wrong) return setProblem(wrong);
    setBusy(true);
    try {
      await onSubmit(values);
    } catch (error) {
      setProblem(error instanceof Error ? t(error.message) : t("That did not work. Try again."));
      setBusy(false);
    }
    return undefined;
  };
  return (
    <form method="post" noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
      <FormError message={problem} />
      <SegmentedControl
        aria-label={t("How often")}
        data={[
          { value: "week", label: t("Every week") },
          { value: "month", label: t("Every month") },
        ]}
        value={values.every}
        onChange={(every) => set({ every: every === "month" ? "month" : "week" })}
      />
      {values.every === "week" ? (
        <Select
          label={t("Sent on")}
          allowDeselect={false}
          data={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day, t, "long") }))}
          value={String(values.weekday)}
          onChange={(day) => set({ weekday: Number(day ?? values.weekday) })}
        />
      ) : null}
      <p className={classes.hint}>{firstWords(values, timeZone, t)}</p>
      <Checkbox
        label={owner.isMe ? t("To me ({email})", { email: owner.email }) : t("To {email}", { email: owner.email })}
        checked={values.toOwner}
        onChange={(event) => set({ toOwner: event.currentTarget.checked })}
      />
      {mayAddress || values.addresses.length > 0 ? (
        <TagsInput
          label={t("Also to")}
          description={t("Whoever reads it sees what its owner may see. Only admins add addresses.")}
          placeholder={values.addresses.length === 0 ? "facilities@example.com" : ""}
          value={values.addresses}
          onChange={(addresses) => set({ addresses })}
        />
      ) : null}
      <Select
        label={t("Language of the mail")}
        allowDeselect={false}
        data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        value={values.language}
        onChange={(value) => set({ language: LOCALES.find((one) => one === value) ?? values.language })}
      />
      {canMail ? null : (
        <p className={classes.hint}>
          {t("There is no mail server yet, so nothing can be sent. An admin can add one.")}
        </p>
      )}
      <Button type="submit" loading={isBusy}>
        {submitWords}
      </Button>
    </form>
  );
}

/** When the first one comes, and what it is about. */
function firstWords({ every, weekday }: ReportSettings, timeZone: string, t: Text): string {
  const { at, period } = nextDue({ every, weekday, timeZone }, serverNow());
  return t("The next one comes on {moment} by the clock of the site and is about {days}.", {
    moment: momentWords(new Date(at).toISOString(), timeZone, t),
    days: periodWords(period, t),
  });
}

function problemOf({ toOwner, addresses }: ReportSettings, t: Text): string | null {
  if (!toOwner && addresses.length === 0) return t("Say to whom it is sent.");
  return ReportDraft.shape.addresses.safeParse(addresses).success ? null : t("Recipients are mail addresses.");
}
