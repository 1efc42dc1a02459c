import { Button, Checkbox, MultiSelect, Select, Switch, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { groupOf, KIND_GROUP_NAMES, KIND_GROUPS, kindWord } from "@/components/alerts/alert-views";
import { severityWord } from "@/components/alerts/alert-words";
import { useText } from "@/components/text/TextProvider";
import { ALERT_SEVERITIES } from "@/lib/core/alert";
import { LOCALE_NAMES, LOCALES } from "@/lib/core/locale";
import { type OwnNotifications, QuietHours, type Wishes } from "@/lib/core/notifications/preference";
import classes from "./Notifications.module.css";

interface WishesFormProps {
  readonly own: OwnNotifications;
  readonly isBusy: boolean;
  readonly onSave: (wishes: Wishes) => void;
}

const NIGHT: QuietHours = { from: "22:00", to: "06:00", butCritical: true };

/** What one is told of: how, how grave, of what, where, and when not. */
export function WishesForm({ own, isBusy, onSave }: WishesFormProps) {
  const t = useText();
  const [wishes, setWishes] = useState(own.wishes);
  const set = (change: Partial<Wishes>) => setWishes((before) => ({ ...before, ...change }));
  const isRight = wishes.quiet === null || QuietHours.safeParse(wishes.quiet).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) onSave(wishes);
  };
  const groups = [...new Set((wishes.kinds ?? []).map(groupOf))];
  const places = own.places.map(({ id, name, kind, site }) => ({
    value: id,
    label: kind === "site" ? name : `${site} · ${name}`,
  }));
  return (
    <form
      method="post"
      noValidate
      className={`${classes.card} ${classes.form}`}
      onSubmit={submit}
      aria-label={t("What you are told")}
    >
      <Switch
        label={t("Tell me of alerts")}
        description={t("Without it you are told only when a step names you or your role.")}
        checked={wishes.isFollowing}
        onChange={(event) => set({ isFollowing: event.currentTarget.checked })}
      />
      <Checkbox
        label={t("By mail to {email}", { email: own.email })}
        description={own.canMail ? undefined : t("There is no mail server yet. An admin can add one.")}
        checked={wishes.email}
        onChange={(event) => set({ email: event.currentTarget.checked })}
      />
      <Checkbox
        label={t("In my browsers")}
        checked={wishes.push}
        onChange={(event) => set({ push: event.currentTarget.checked })}
      />
      <Select
        label={t("From severity")}
        allowDeselect={false}
        data={ALERT_SEVERITIES.map((value) => ({ value, label: severityWord(value, t) }))}
        value={wishes.minSeverity}
        onChange={(value) => set({ minSeverity: ALERT_SEVERITIES.find((one) => one === value) ?? wishes.minSeverity })}
      />
      <MultiSelect
        label={t("Kinds")}
        placeholder={wishes.kinds === null ? t("Every kind") : ""}
        clearable
        data={KIND_GROUP_NAMES.map((value) => ({ value, label: kindWord(value, t) }))}
        value={groups}
        onChange={(chosen) => {
          const kinds = KIND_GROUP_NAMES.filter((name) => chosen.includes(name)).flatMap((name) => KIND_GROUPS[name]);
          set({ kinds: kinds.length === 0 ? null : kinds });
        }}
      />
      <MultiSelect
        label={t("Places")}
        placeholder={wishes.places === null ? t("Wherever I may look") : ""}
        clearable
        searchable
        data={places}
        value={wishes.places ?? []}
        onChange={(ids) => set({ places: ids.length === 0 ? null : ids })}
      />
      <Select
        label={t("Language of messages")}
        allowDeselect={false}
        data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        value={wishes.language}
        onChange={(value) => set({ language: LOCALES.find((one) => one === value) ?? wishes.language })}
      />
      <QuietFields quiet={wishes.quiet} onChange={(quiet) => set({ quiet })} />
      <div className={classes.foot}>
        <Button type="submit" loading={isBusy} disabled={JSON.stringify(wishes) === JSON.stringify(own.wishes)}>
          {t("Save")}
        </Button>
      </div>
    </form>
  );
}

interface QuietFieldsProps {
  readonly quiet: QuietHours | null;
  readonly onChange: (quiet: QuietHours | null) => void;
}

function QuietFields({ quiet, onChange }: QuietFieldsProps) {
  const t = useText();
  const isSame = quiet !== null && quiet.from === quiet.to;
  return (
    <>
      <Switch
        label={t("Quiet hours")}
        description={t("By the clock of the site. What is still open afterwards is told then.")}
        checked={quiet !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? NIGHT : null)}
      />
      {quiet ? (
        <>
          <div className={classes.times}>
            <TextInput
              type="time"
              label={t("From")}
              value={quiet.from}
              onChange={(event) => onChange({ ...quiet, from: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t("Until")}
              value={quiet.to}
              error={isSame ? t("Must be another time.") : null}
              onChange={(event) => onChange({ ...quiet, to: event.currentTarget.value })}
            />
          </div>
          <Checkbox
            label={t("Critical alerts reach me all the same")}
            checked={quiet.butCritical}
            onChange={(event) => onChange({ ...quiet, butCritical: event.currentTarget.checked })}
          />
        </>
      ) : null}
    </>
  );
}
