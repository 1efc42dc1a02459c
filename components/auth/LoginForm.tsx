"use client";

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { signIn, signInMessage } from "@/lib/client/sign-in";
import { FormError } from "./FormError";

/** Email and password. `next` is a path that the server has checked. */
export function LoginForm({ next }: { next: string }) {
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() === "" ? "Enter your email." : null),
      password: (value) => (value === "" ? "Enter your password." : null),
    },
  });

  const submit = form.onSubmit(async ({ email, password }) => {
    setBusy(true);
    setMessage(null);
    const problem = signInMessage(await signIn(email.trim(), password));
    // A full load, not a client transition: nothing rendered while signed out may stay.
    if (problem === null) return window.location.assign(next);
    setMessage(problem);
    setBusy(false);
  });

  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormError message={message} />
      <Stack gap={16}>
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
        <Button type="submit" fullWidth mt={4} loading={busy}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
