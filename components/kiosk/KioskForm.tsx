import { Button, Group, MultiSelect, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { useChangeKiosks } from "@/lib/client/use-kiosk";
import { type Kiosk, KioskChange, KioskDraft } from "@/lib/core/kiosk";
import type { FloorChoice } from "./floor-choice";
import { KioskHere } from "./KioskHere";
import classes from "./Kiosks.module.css";

interface KioskFormProps {
  /** Null pairs a new one. */
  readonly kiosk: Kiosk | null;
  readonly floors: readonly FloorChoice[];
  readonly onDone: () => void;
}

/** What a screen is called and shows; of a new one also the code. */
export function KioskForm({ kiosk, floors, onDone }: KioskFormProps) {
  const t = useText();
  const change = useChangeKiosks();
  const form = useForm({
    initialValues: {
      code: "",
      name: kiosk?.name ?? "",
      floorIds: kiosk?.floors.map(({ id }) => id) ?? [],
      turnS: kiosk?.turnS ?? 20,
      here: kiosk?.here ?? null,
    },
    validate: {
      code: (code) =>
        kiosk || KioskDraft.shape.code.safeParse(code).success ? null : t("The code has eight letters and digits."),
      name: (name) => (KioskDraft.shape.name.safeParse(name).success ? null : t("Give it a name.")),
      floorIds: (ids) => problemOf(ids, floors, t),
      turnS: (seconds) => (KioskChange.shape.turnS.safeParse(seconds).success ? null : t("5 seconds to an hour.")),
    },
  });
  const submit = form.onSubmit(({ code, ...values }) =>
    change.mutate(
      kiosk
        ? { do: "change", id: kiosk.id, change: values }
        : { do: "pair", draft: KioskDraft.parse({ code, ...values }) },
      { onSuccess: onDone },
    ),
  );
  const { id: siteId } = floors.find(({ id }) => id === form.values.floorIds[0])?.site ?? {};
  const offered = siteId === undefined ? floors : floors.filter(({ site }) => site.id === siteId);
  return (
    <form method="post" noValidate className={classes.form} onSubmit={submit}>
      <FormError message={change.error?.message ?? null} />
      {kiosk ? null : (
        <TextInput
          label={t("Code on the screen")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps("code")}
        />
      )}
      <TextInput label={t("Name")} placeholder={t("Lobby, left of the lifts")} {...form.getInputProps("name")} />
      <MultiSelect
        label={t("Floors, in turn")}
        description={t("All of one site.")}
        data={offered.map(({ id, name, site }) => ({ value: id, label: `${name} · ${site.name}` }))}
        searchable
        {...form.getInputProps("floorIds")}
      />
      <KioskHere
        here={form.values.here}
        floors={floors.filter(({ id }) => form.values.floorIds.includes(id))}
        onChange={(here) => form.setFieldValue("here", here)}
      />
      <NumberInput label={t("Each stands for")} suffix=" s" min={5} max={3600} {...form.getInputProps("turnS")} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t("Cancel")}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {kiosk ? t("Save") : t("Pair the screen")}
        </Button>
      </Group>
    </form>
  );
}

function problemOf(ids: readonly string[], floors: readonly FloorChoice[], t: ReturnType<typeof useText>) {
  if (ids.length === 0) return t("Choose at least one floor.");
  const sites = new Set(floors.filter(({ id }) => ids.includes(id)).map(({ site }) => site.id));
  return sites.size > 1 ? t("A screen shows floors of one site.") : null;
}
