import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { z } from "zod";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { askSignIn } from "@/lib/client/second-factor";
import { useRefetchAccount } from "@/lib/client/use-account";
import { passwordProblem } from "@/lib/core/password-problem";
import classes from "./Account.module.css";

/** A new password; whoever is signed in elsewhere with the old one is not any more. */
export function PasswordCard({ email }: { readonly email: string }) {
  const t = useText();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const refetch = useRefetchAccount();
  const said = (problem: string | null) => problem && t(problem);
  const form = useForm({
    initialValues: { current: "", next: "" },
    validate: {
      current: (value) => (value === "" ? t("Enter the password you have now.") : null),
      next: (value) => said(passwordProblem(value, email)),
    },
  });
  const change = form.onSubmit(async ({ current, next }) => {
    setIsBusy(true);
    const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    const told = await askSignIn("change-password", body, z.unknown());
    setIsBusy(false);
    setProblem("problem" in told ? told.problem : null);
    if ("problem" in told) return;
    form.reset();
    notifications.show({ message: t("Your password is changed. You are signed out everywhere else.") });
    await refetch();
  });
  return (
    <section className={classes.card} aria-labelledby="password">
      <h2 id="password">{t("Password")}</h2>
      <form method="post" noValidate className={classes.form} onSubmit={change}>
        <FormError message={problem} />
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t("Password now")}
          visibilityToggleButtonProps={{ "aria-label": t("Show what is typed") }}
          autoComplete="current-password"
          {...form.getInputProps("current")}
        />
        <PasswordInput
          label={t("New password")}
          visibilityToggleButtonProps={{ "aria-label": t("Show what is typed") }}
          description={t("At least 12 characters. Changing it signs you out everywhere else.")}
          autoComplete="new-password"
          {...form.getInputProps("next")}
        />
        <Button type="submit" variant="default" className={classes.start ?? ""} loading={isBusy}>
          {t("Change the password")}
        </Button>
      </form>
    </section>
  );
}
