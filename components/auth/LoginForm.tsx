"use client";

import { PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { signIn, signInMessage } from "@/lib/client/sign-in";
import { AuthForm } from "./AuthForm";
import { SecondFactorForm } from "./SecondFactorForm";

interface LoginFormProps {
  /** Where to go after; checked by the server. */
  readonly next: string;
  /** Most people sign in at the provider, by the button above. */
  readonly isSecond?: boolean;
}

/** Email and password, and the second factor of those who have one. */
export function LoginForm({ next, isSecond = false }: LoginFormProps) {
  const [isAsked, setIsAsked] = useState(false);
  // A full load, not a client transition: nothing rendered while signed out may stay.
  const leave = () => window.location.assign(next);
  if (isAsked) return <SecondFactorForm onDone={leave} onRestart={() => setIsAsked(false)} />;
  return <PasswordStep isSecond={isSecond} onDone={leave} onSecondFactor={() => setIsAsked(true)} />;
}

interface PasswordStepProps {
  readonly isSecond: boolean;
  readonly onDone: () => void;
  readonly onSecondFactor: () => void;
}

function PasswordStep({ isSecond, onDone, onSecondFactor }: PasswordStepProps) {
  const t = useText();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() === "" ? t("Enter your email.") : null),
      password: (value) => (value === "" ? t("Enter your password.") : null),
    },
  });

  const enter = async ({ email, password }: typeof form.values) => {
    const answer = await signIn(email.trim(), password);
    if (answer === "signed-in") onDone();
    if (answer === "second-factor") onSecondFactor();
    return signInMessage(answer, t);
  };

  return (
    <AuthForm form={form} submit={t("Sign in")} isSecond={isSecond} work={enter}>
      <TextInput
        label={t("Email")}
        type="email"
        autoComplete="username"
        autoFocus={!isSecond}
        key={form.key("email")}
        {...form.getInputProps("email")}
      />
      <PasswordInput
        label={t("Password")}
        visibilityToggleButtonProps={{ "aria-label": t("Show what is typed") }}
        autoComplete="current-password"
        key={form.key("password")}
        {...form.getInputProps("password")}
      />
    </AuthForm>
  );
}
