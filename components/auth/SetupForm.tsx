"use client";

import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useText } from "@/components/text/TextProvider";
import { setUp } from "@/lib/client/set-up";
import { signInAndLeave } from "@/lib/client/sign-in";
import { passwordProblem } from "@/lib/core/password-problem";
import { AuthForm } from "./AuthForm";
import { NewPasswordField } from "./NewPasswordField";

/** The first admin of a fresh server. `code` is what the link in the log carried. */
export function SetupForm({ code }: { code: string }) {
  const t = useText();
  const said = (problem: string | null) => problem && t(problem);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { code, name: "", email: "", password: "" },
    validate: {
      code: (value) => (value.trim() === "" ? t("Enter the code from the log of the server.") : null),
      name: (value) => (value.trim() === "" ? t("Enter your name.") : null),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t("Enter an email address.")),
      password: (value, { email }) => said(passwordProblem(value, email.trim())),
    },
  });

  const create = async (values: typeof form.values) => {
    const email = values.email.trim();
    const problem = await setUp({ ...values, email });
    if (problem !== null) return problem;
    await signInAndLeave(email, values.password, "/admin/start");
    return null;
  };

  return (
    <AuthForm form={form} submit={t("Create admin")} work={create}>
      <TextInput
        label={t("Setup code")}
        description={t("Printed in the log of the server when it started.")}
        autoComplete="off"
        autoFocus={code === ""}
        key={form.key("code")}
        {...form.getInputProps("code")}
      />
      <TextInput
        label={t("Your name")}
        autoComplete="name"
        autoFocus={code !== ""}
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("Email")}
        type="email"
        autoComplete="username"
        key={form.key("email")}
        {...form.getInputProps("email")}
      />
      <NewPasswordField key={form.key("password")} {...form.getInputProps("password")} />
    </AuthForm>
  );
}
