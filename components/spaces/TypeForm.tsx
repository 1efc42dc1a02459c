import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { useSaveSpaceType } from "@/lib/client/use-space-types";
import { SPEAKERS, type Speaker } from "@/lib/core/fusion";
import type { FusionRules } from "@/lib/core/fusion-preview";
import { SpaceKind } from "@/lib/core/space";
import { type SpaceType, SpaceTypeDraft } from "@/lib/core/space-type";
import { FusionFields } from "./FusionFields";
import { FusionPreviewBox } from "./FusionPreviewBox";
import classes from "./SpacesScreen.module.css";
import { KINDS_WORD } from "./space-words";

interface TypeFormProps {
  /** Null for a new one. */
  readonly type: SpaceType | null;
  readonly onDone: () => void;
}

/** Whole numbers between these. */
const whole = (min: number, max: number) => ({ min, max, allowDecimal: false, clampBehavior: "strict" }) as const;

const numberOrNull = (value: string | number) => (value === "" ? null : Number(value));

const NO_LUNCH = { from: "", until: "" };

/** Both times or none, in order. */
const isLunch = ({ from, until }: typeof NO_LUNCH) => (from === "" && until === "") || (from !== "" && from < until);

interface RuleValues {
  readonly holdMinutes: string | number;
  readonly speakers: readonly Speaker[];
  readonly lunch: { readonly from: string; readonly until: string };
}

function rulesOf({ holdMinutes, speakers, lunch }: RuleValues): FusionRules {
  return {
    holdMinutes: numberOrNull(holdMinutes),
    speakers: speakers.join() === SPEAKERS.join() ? null : [...speakers],
    lunch: lunch.from !== "" && isLunch(lunch) ? { ...lunch } : null,
  };
}

/** A type of space: its name and what follows from it. */
export function TypeForm({ type, onDone }: TypeFormProps) {
  const t = useText();
  const save = useSaveSpaceType();
  const form = useForm({
    initialValues: {
      name: type?.name ?? "",
      kind: type?.kind ?? ("room" as string | null),
      capacity: (type?.capacity ?? "") as string | number,
      holdMinutes: (type?.holdMinutes ?? "") as string | number,
      targetPercent: (type?.targetPercent ?? "") as string | number,
      speakers: (type?.speakers ?? SPEAKERS) as readonly Speaker[],
      lunch: type?.lunch ?? NO_LUNCH,
    },
    transformValues: ({ name, kind, capacity, holdMinutes, targetPercent, speakers, lunch }) => ({
      ...rulesOf({ holdMinutes, speakers, lunch }),
      name,
      kind,
      capacity: numberOrNull(capacity),
      targetPercent: numberOrNull(targetPercent),
    }),
    validate: {
      name: (name) => (name.trim() === "" ? t("What is it called?") : null),
      lunch: (lunch) => (isLunch(lunch) ? null : t("It ends before it starts.")),
    },
  });
  const submit = form.onSubmit((values) =>
    save.mutate({ id: type?.id ?? null, fields: SpaceTypeDraft.parse(values) }, { onSuccess: onDone }),
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <FormError message={save.error?.message ?? null} />
      <TextInput
        label={t("Name")}
        placeholder={t("Focus room")}
        data-autofocus
        maxLength={100}
        {...form.getInputProps("name")}
      />
      <Select
        label={t("For")}
        placeholder={t("Any kind of space")}
        clearable
        data={SpaceKind.options.map((kind) => ({ value: kind, label: t(KINDS_WORD[kind]) }))}
        {...form.getInputProps("kind")}
      />
      <NumberInput
        label={t("Capacity")}
        description={t("For spaces that have none of their own; people.")}
        {...whole(0, 100_000)}
        {...form.getInputProps("capacity")}
      />
      <NumberInput
        label={t("Hold time")}
        description={t("Away for so long after the last motion, then free; minutes. Empty: free at once.")}
        {...whole(1, 240)}
        {...form.getInputProps("holdMinutes")}
      />
      <NumberInput
        label={t("Target")}
        description={t("Part of the working hours in which it should be used; %.")}
        {...whole(1, 100)}
        {...form.getInputProps("targetPercent")}
      />
      <FusionFields
        speakers={form.values.speakers}
        onSpeakers={(speakers) => form.setFieldValue("speakers", speakers)}
        lunch={form.values.lunch}
        onLunch={(lunch) => form.setFieldValue("lunch", lunch)}
        problem={typeof form.errors.lunch === "string" ? form.errors.lunch : null}
      />
      <FusionPreviewBox type={type?.name ?? null} rules={rulesOf(form.values)} />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {type ? t("Save") : t("Add the type")}
        </Button>
        <Button variant="default" onClick={onDone} disabled={save.isPending}>
          {t("Cancel")}
        </Button>
      </div>
    </form>
  );
}
