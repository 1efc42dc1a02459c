import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormError } from "@/components/auth/FormError";
import { useSaveSpaceType } from "@/lib/client/use-space-types";
import { SpaceKind } from "@/lib/core/space";
import { type SpaceType, SpaceTypeDraft } from "@/lib/core/space-type";
import classes from "./SpacesScreen.module.css";
import { KIND_WORD } from "./space-words";

interface TypeFormProps {
  /** Null for a new one. */
  readonly type: SpaceType | null;
  readonly onDone: () => void;
}

/** Whole numbers between these. */
const whole = (min: number, max: number) => ({ min, max, allowDecimal: false, clampBehavior: "strict" }) as const;

const numberOrNull = (value: string | number) => (value === "" ? null : Number(value));

/** A type of space: its name and what follows from it. */
export function TypeForm({ type, onDone }: TypeFormProps) {
  const save = useSaveSpaceType();
  const form = useForm({
    initialValues: {
      name: type?.name ?? "",
      kind: type?.kind ?? ("room" as string | null),
      capacity: (type?.capacity ?? "") as string | number,
      holdMinutes: (type?.holdMinutes ?? "") as string | number,
      targetPercent: (type?.targetPercent ?? "") as string | number,
    },
    transformValues: ({ name, kind, capacity, holdMinutes, targetPercent }) => ({
      name,
      kind,
      capacity: numberOrNull(capacity),
      holdMinutes: numberOrNull(holdMinutes),
      targetPercent: numberOrNull(targetPercent),
    }),
    validate: { name: (name) => (name.trim() === "" ? "What is it called?" : null) },
  });
  const submit = form.onSubmit((values) =>
    save.mutate({ id: type?.id ?? null, fields: SpaceTypeDraft.parse(values) }, { onSuccess: onDone }),
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <FormError message={save.error?.message ?? null} />
      <TextInput label="Name" placeholder="Focus room" data-autofocus maxLength={100} {...form.getInputProps("name")} />
      <Select
        label="For"
        placeholder="Any kind of space"
        clearable
        data={SpaceKind.options.map((kind) => ({ value: kind, label: `${KIND_WORD[kind]}s` }))}
        {...form.getInputProps("kind")}
      />
      <NumberInput
        label="Capacity"
        description="For spaces that have none of their own; people."
        {...whole(0, 100_000)}
        {...form.getInputProps("capacity")}
      />
      <NumberInput
        label="Hold time"
        description="Away for so long after the last motion, then free; minutes. Empty: free at once."
        {...whole(1, 240)}
        {...form.getInputProps("holdMinutes")}
      />
      <NumberInput
        label="Target"
        description="Part of the working hours in which it should be used; %."
        {...whole(1, 100)}
        {...form.getInputProps("targetPercent")}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {type ? "Save" : "Add the type"}
        </Button>
        <Button variant="default" onClick={onDone} disabled={save.isPending}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
