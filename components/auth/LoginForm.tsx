"use client";

import { PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { signIn, signInMessage } from "@/lib/client/sign-in";
import { AuthForm } from "./AuthForm";

/** Email and password. `next` is a path that the server has checked. */
export function LoginForm({ next }: { next: string }) {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() === "" ? "Enter your email." : null),
      password: (value) => (value === "" ? "Enter your password." : null),
    },
  });

  const enter = async ({ email, password }: typeof form.values) => {
    const problem = signInMessage(await signIn(email.trim(), password));
    // A full load, not a client transition: nothing rendered while signed out may stay.
    if (problem === null) window.location.assign(next);
    return problem;
  };

  return (
    <AuthForm form={form} submit="Sign in" work={enter}>
      <TextInput
        label="Email"
        type="email"
        autoComplete="username"
        autoFocus
        key={form.key("email")}
        {...form.getInputProps("email")}
      />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        key={form.key("password")}
        {...form.getInputProps("password")}
      />
    </AuthForm>
  );
}
