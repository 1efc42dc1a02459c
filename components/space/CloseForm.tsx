import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { tell, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { serverNow } from "@/lib/client/server-clock";
import { useMaintenance } from "@/lib/client/use-maintenance";
import { CLOSING_CHOICES, type ClosingChoice, closingUntil } from "@/lib/core/closing-until";
import { choiceWords } from "./closing-words";
import classes from "./SpaceClosings.module.css";

interface CloseFormProps {
  readonly spaceId: string;
  readonly spaceName: string;
  readonly timeZone: string;
  readonly onDone: () => void;
}

/** Why and for how long a space is closed. */
export function CloseForm({ spaceId, spaceName, timeZone, onDone }: CloseFormProps) {
  const t = useText();
  const { close, undoClose } = useMaintenance();
  const [name, setName] = useState("");
  const [choice, setChoice] = useState<ClosingChoice>("today");
  const [other, setOther] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = closingUntil(choice, serverNow(), timeZone, other);
    if (until === undefined) return setProblem(t("Choose a moment that is still to come."));
    setProblem(null);
    const endsAt = until === null ? null : new Date(until).toISOString();
    close.mutate(
      { spaceId, name: name.trim() || t("Maintenance"), endsAt },
      {
        onSuccess: ({ id }) => {
          onDone();
          tellWithUndo(t("{space} is closed.", { space: spaceName }), () => undoClose(id));
        },
        onError: ({ message }) => tell(message),
      },
    );
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <FormError message={problem} />
      <TextInput
        label={t("Why")}
        placeholder={t("HVAC works")}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Select
        label={t("How long")}
        allowDeselect={false}
        data={CLOSING_CHOICES.map((value) => ({ value, label: choiceWords(value, t) }))}
        value={choice}
        onChange={(value) => setChoice(CLOSING_CHOICES.find((one) => one === value) ?? "today")}
        comboboxProps={{ withinPortal: false }}
      />
      {choice === "other" ? (
        <TextInput
          type="datetime-local"
          label={t("Until")}
          description={t("On the clock of the site ({timeZone}).", { timeZone })}
          value={other}
          onChange={(event) => setOther(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" size="sm" loading={close.isPending}>
        {t("Close {space}", { space: spaceName })}
      </Button>
    </form>
  );
}
