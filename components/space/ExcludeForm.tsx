import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/auth/FormError";
import type { Stretch } from "@/components/charts/day-axis";
import { spanWords } from "@/components/charts/timeline-words";
import { tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useMaintenance } from "@/lib/client/use-maintenance";
import classes from "./SpaceClosings.module.css";
import panel from "./SpacePanel.module.css";
import { spanTyped, typedOf } from "./typed-span";

interface ExcludeFormProps {
  readonly spaceId: string;
  readonly spaceName: string;
  /** What was selected, ms. */
  readonly span: Stretch;
  readonly timeZone: string;
  readonly onDone: () => void;
}

/** Takes a span of a day out of the figures of a space: it was maintenance, so nothing is known of it. */
export function ExcludeForm({ spaceId, spaceName, span, timeZone, onDone }: ExcludeFormProps) {
  const t = useText();
  const { close, undoClose } = useMaintenance();
  const [name, setName] = useState("");
  const [typed, setTyped] = useState(() => typedOf(span, timeZone));
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = spanTyped(typed, span, timeZone);
    if (!chosen) return setProblem(t("The span must end after it starts, on the same day."));
    setProblem(null);
    const times = { startsAt: new Date(chosen.from).toISOString(), endsAt: new Date(chosen.to).toISOString() };
    close.mutate(
      { spaceId, name: name.trim() || t("Left out of figures"), ...times },
      {
        onSuccess: ({ id }) => {
          onDone();
          const words = t("{span} of {space} is left out of the figures.", {
            span: spanWords(chosen, { timeZone }),
            space: spaceName,
          });
          tellWithUndo(words, () => undoClose(id));
        },
        onError: ({ message }) => setProblem(t(message)),
      },
    );
  };
  const time = (part: keyof typeof typed) => ({
    value: typed[part],
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      setTyped((before) => ({ ...before, [part]: value })),
  });
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <p className={panel.quiet}>
        {t(
          "The span becomes maintenance of {space} and all that is in it: it counts as not known in every figure. Its readings are kept, and removing the window under Maintenance makes them count again.",
          { space: spaceName },
        )}
      </p>
      <FormError message={problem} />
      <TextInput
        label={t("Why")}
        placeholder={t("Sensor was covered")}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Group grow>
        <TextInput type="time" label={t("From")} {...time("from")} />
        <TextInput type="time" label={t("Until")} {...time("until")} />
      </Group>
      <Button type="submit" size="sm" loading={close.isPending}>
        {t("Leave out of figures")}
      </Button>
    </form>
  );
}
