"use client";

import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useText } from "@/components/text/TextProvider";
import { acceptInvite } from "@/lib/client/answer-link";
import { signInAndLeave } from "@/lib/client/sign-in";
import { passwordProblem } from "@/lib/core/password-problem";
import { AuthForm } from "./AuthForm";
import { NewPasswordField } from "./NewPasswordField";

/** Name and password of somebody who was invited; then they are in. */
export function InviteForm({ code, email }: { readonly code: string; readonly email: string }) {
  const t = useText();
  const said = (problem: string | null) => problem && t(problem);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "", password: "" },
    validate: {
      name: (value) => (value.trim() === "" ? t("Enter your name.") : null),
      password: (value) => said(passwordProblem(value, email)),
    },
  });

  const accept = async ({ name, password }: typeof form.values) => {
    const answer = await acceptInvite({ code, name, password });
    if ("problem" in answer) return answer.problem;
    await signInAndLeave(answer.email, password, "/");
    return null;
  };

  return (
    <AuthForm form={form} submit={t("Make the account")} work={accept}>
      <TextInput label={t("Email")} type="email" autoComplete="username" value={email} readOnly />
      <TextInput
        label={t("Your name")}
        autoComplete="name"
        autoFocus
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <NewPasswordField key={form.key("password")} {...form.getInputProps("password")} />
    </AuthForm>
  );
}
