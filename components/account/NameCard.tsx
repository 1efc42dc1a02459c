import { Button, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { useRename } from "@/lib/client/use-account";
import { type Account, PersonName } from "@/lib/core/person";
import classes from "./Account.module.css";

/** How one is called. */
export function NameCard({ account }: { readonly account: Account }) {
  const t = useText();
  const [name, setName] = useState(account.name);
  const rename = useRename();
  const parsed = PersonName.safeParse(name);
  const isChanged = name.trim() !== account.name;
  return (
    <section className={classes.card} aria-labelledby="name">
      <h2 id="name">{t("Name")}</h2>
      <form
        method="post"
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed.success && isChanged)
            rename.mutate(parsed.data, {
              onSuccess: () => notifications.show({ message: t("Your name is changed.") }),
            });
        }}
      >
        <FormError message={rename.error?.message ?? null} />
        <TextInput
          label={t("Your name")}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={parsed.success ? null : t(parsed.error.issues[0]?.message ?? "")}
        />
        <TextInput
          label={t("Email")}
          value={account.email}
          readOnly
          description={t("An admin can invite you with another one.")}
        />
        <Button
          type="submit"
          variant="default"
          className={classes.start ?? ""}
          loading={rename.isPending}
          disabled={!isChanged}
        >
          {t("Save the name")}
        </Button>
      </form>
    </section>
  );
}
