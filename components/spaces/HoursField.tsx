import { Anchor, Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import type { TreeSpace } from "@/lib/core/space-tree";
import { WEEKDAYS, type Weekday, type WorkingHours } from "@/lib/core/working-hours";
import { hoursText, shiftsFrom, shiftsText, weekdayWord } from "./hours-text";
import classes from "./SpaceDetails.module.css";

interface HoursFieldProps {
  readonly space: TreeSpace;
  /** Whose hours count here; undefined when nobody's. */
  readonly source: TreeSpace | undefined;
  readonly onSave: (hours: WorkingHours | null) => void;
}

const OFFICE: WorkingHours = Object.fromEntries(
  (["mon", "tue", "wed", "thu", "fri"] as const).map((day) => [day, [["08:00", "17:00"]]]),
);

/** When people are meant to be in: its own hours, or those from above, and from where they are. */
export function HoursField({ space, source, onSave }: HoursFieldProps) {
  const t = useText();
  const [isEditing, setIsEditing] = useState(false);
  const own = space.workingHours;
  const isInherited = own === null && source !== undefined;
  const words = source?.workingHours ? hoursText(source.workingHours, t) : t("Not set: every hour counts.");
  if (isEditing) {
    return (
      <HoursForm
        key={space.id}
        hours={own ?? source?.workingHours ?? OFFICE}
        onCancel={() => setIsEditing(false)}
        onSave={(hours) => {
          setIsEditing(false);
          onSave(hours);
        }}
      />
    );
  }
  return (
    <div>
      <h3 className={classes.label}>{t("Working hours")}</h3>
      <p className={classes.value}>{own === null ? words : hoursText(own, t)}</p>
      <p className={classes.hint}>
        {isInherited ? `${t("From {name}.", { name: source.name })} ` : ""}
        <Anchor component="button" type="button" size="xs" onClick={() => setIsEditing(true)}>
          {own === null ? t("Set its own") : t("Change")}
        </Anchor>
        {own === null ? null : (
          <>
            {" · "}
            <Anchor component="button" type="button" size="xs" onClick={() => onSave(null)}>
              {space.kind === "site" ? t("Take away") : t("Use those from above")}
            </Anchor>
          </>
        )}
      </p>
    </div>
  );
}

interface HoursFormProps {
  readonly hours: WorkingHours;
  readonly onSave: (hours: WorkingHours) => void;
  readonly onCancel: () => void;
}

function HoursForm({ hours, onSave, onCancel }: HoursFormProps) {
  const t = useText();
  const [texts, setTexts] = useState(() => Object.fromEntries(WEEKDAYS.map((day) => [day, shiftsText(hours[day])])));
  const read = WEEKDAYS.map((day) => [day, shiftsFrom(texts[day] ?? "")] as const);
  const isWrong = read.some(([, shifts]) => shifts === null);
  const save = () =>
    onSave(Object.fromEntries(read.flatMap(([day, shifts]) => (shifts?.length ? [[day, shifts]] : []))));
  const copyMonday = () =>
    setTexts((before) => ({ ...before, ...Object.fromEntries(WORKDAYS.map((day) => [day, before.mon ?? ""])) }));
  return (
    <form
      aria-label={t("Working hours")}
      className={classes.hours}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) save();
      }}
    >
      <h3 className={classes.label}>{t("Working hours")}</h3>
      {read.map(([day, shifts], i) => (
        <div key={day} className={classes.day}>
          <label htmlFor={`hours-${day}`}>{weekdayWord(day, t)}</label>
          <TextInput
            id={`hours-${day}`}
            size="xs"
            data-autofocus={i === 0 || undefined}
            placeholder={t("closed")}
            value={texts[day] ?? ""}
            error={shifts === null ? t("Such as 08:00–12:00, 13:00–17:00") : null}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setTexts((before) => ({ ...before, [day]: text }));
            }}
          />
        </div>
      ))}
      <p className={classes.hint}>
        {t("On the site’s clock.")}{" "}
        <Anchor component="button" type="button" size="xs" onClick={copyMonday}>
          {t("Monday’s for Tuesday to Friday")}
        </Anchor>
      </p>
      <div className={classes.buttons}>
        <Button type="submit" size="xs" disabled={isWrong}>
          {t("Save hours")}
        </Button>
        <Button variant="default" size="xs" onClick={onCancel}>
          {t("Cancel")}
        </Button>
      </div>
    </form>
  );
}

const WORKDAYS: readonly Weekday[] = ["tue", "wed", "thu", "fri"];
