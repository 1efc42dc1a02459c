"use client";

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { setUp } from "@/lib/client/set-up";
import { signIn } from "@/lib/client/sign-in";
import { passwordProblem } from "@/lib/core/password-problem";
import { FormError } from "./FormError";

/** The first admin of a fresh server. `code` is what the link in the log carried. */
export function SetupForm({ code }: { code: string }) {
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { code, name: "", email: "", password: "" },
    validate: {
      code: (value) => (value.trim() === "" ? "Enter the code from the log of the server." : null),
      name: (value) => (value.trim() === "" ? "Enter your name." : null),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : "Enter an email address."),
      password: (value, { email }) => passwordProblem(value, email.trim()),
    },
  });

  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setMessage(null);
    const email = values.email.trim();
    const problem = await setUp({ ...values, email });
    if (problem === null) {
      const answer = await signIn(email, values.password);
      return window.location.assign(answer === "signed-in" ? "/" : "/login");
    }
    setMessage(problem);
    setBusy(false);
  });

  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormError message={message} />
      <Stack gap={16}>
        <TextInput
          label="Setup code"
          description="Printed in the log of the server when it started."
          autoComplete="off"
          autoFocus={code === ""}
          key={form.key("code")}
          {...form.getInputProps("code")}
        />
        <TextInput
          label="Your name"
          autoComplete="name"
          autoFocus={code !== ""}
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label="Password"
          description="At least 12 characters. A few unrelated words work well."
          autoComplete="new-password"
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        <Button type="submit" fullWidth mt={4} loading={busy}>
          Create admin
        </Button>
      </Stack>
    </form>
  );
}
