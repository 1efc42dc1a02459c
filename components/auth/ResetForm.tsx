"use client";

import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useText } from "@/components/text/TextProvider";
import { resetPassword } from "@/lib/client/answer-link";
import { signInAndLeave } from "@/lib/client/sign-in";
import { passwordProblem } from "@/lib/core/password-problem";
import { AuthForm } from "./AuthForm";
import { NewPasswordField } from "./NewPasswordField";

/** The new password of somebody who forgot theirs. */
export function ResetForm({ code, email }: { readonly code: string; readonly email: string }) {
  const t = useText();
  const said = (problem: string | null) => problem && t(problem);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { password: "" },
    validate: { password: (value) => said(passwordProblem(value, email)) },
  });

  const set = async ({ password }: typeof form.values) => {
    const answer = await resetPassword({ code, password });
    if ("problem" in answer) return answer.problem;
    await signInAndLeave(answer.email, password, "/");
    return null;
  };

  return (
    <AuthForm form={form} submit={t("Set the password")} work={set}>
      <TextInput label={t("Email")} type="email" autoComplete="username" value={email} readOnly />
      <NewPasswordField
        label={t("New password")}
        autoFocus
        key={form.key("password")}
        {...form.getInputProps("password")}
      />
    </AuthForm>
  );
}
