import { Button, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import Link from "next/link";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { useAddFloor } from "@/lib/client/use-start";
import type { StartState } from "@/lib/core/start";
import classes from "./Start.module.css";

/** The first floor, and the ways to fill it. */
export function FloorStep({ start }: { start: StartState }) {
  const t = useText();
  const { site, floor } = start;
  if (floor !== null) return <Filling floor={floor} />;
  if (site === null)
    return <p className={classes.quiet}>{t("Add the site first: a floor stands in a building of a site.")}</p>;
  return <FloorForm siteId={site.id} />;
}

function FloorForm({ siteId }: { siteId: string }) {
  const t = useText();
  const add = useAddFloor(siteId);
  const form = useForm({
    initialValues: { building: "", floor: "", level: 0 as number | string },
    validate: {
      building: (name) => (name.trim() === "" ? t("Give the building a name.") : null),
      floor: (name) => (name.trim() === "" ? t("Give the floor a name.") : null),
    },
  });
  const submit = form.onSubmit(({ building, floor, level }) =>
    add.mutate({ building: building.trim(), floor: floor.trim(), level: Number(level) || 0 }),
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <p className={classes.quiet}>
        {t("With Butlr there is nothing to do: its first event names the building, the floors and the rooms.")}
      </p>
      <FormError message={add.error?.message ?? null} />
      <div className={classes.pair}>
        <TextInput
          label={t("Building")}
          placeholder={t("Alder House")}
          maxLength={200}
          {...form.getInputProps("building")}
        />
        <TextInput label={t("Floor")} placeholder={t("Level 1")} maxLength={200} {...form.getInputProps("floor")} />
        <NumberInput label={t("Level")} description={t("0 is the ground floor")} {...form.getInputProps("level")} />
      </div>
      <div>
        <Button type="submit" loading={add.isPending}>
          {t("Add the floor")}
        </Button>
      </div>
    </form>
  );
}

function Filling({ floor }: { floor: NonNullable<StartState["floor"]> }) {
  const t = useText();
  return (
    <ul className={classes.ways}>
      <li>
        <Link href={`/admin/plans/${floor.id}`} className={classes.link}>
          {t("Draw its plan")}
        </Link>
        <p className={classes.quiet}>{t("Upload the drawing, trace the rooms and desks, publish.")}</p>
      </li>
      <li>
        <Link href="/admin/import" className={classes.link}>
          {t("Import a list")}
        </Link>
        <p className={classes.quiet}>{t("Floors, rooms and desks from a spreadsheet.")}</p>
      </li>
      <li>
        <Link href="/admin/spaces" className={classes.link}>
          {t("Type them in")}
        </Link>
        <p className={classes.quiet}>{t("“Desk 1–40” makes forty desks.")}</p>
      </li>
    </ul>
  );
}
