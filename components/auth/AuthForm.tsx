import { Button, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { type ReactNode, useState } from "react";
import { FormError } from "./FormError";

interface AuthFormProps<V extends Record<string, unknown>> {
  readonly form: UseFormReturnType<V>;
  readonly submit: string;
  /** Another button of the page is the one most people want. */
  readonly isSecond?: boolean;
  /** Answers what was wrong, or null when it has left for another page. */
  readonly work: (values: V) => Promise<string | null>;
  readonly children: ReactNode;
}

/** The fields, what was wrong above them, and the one button below. */
export function AuthForm<V extends Record<string, unknown>>({
  form,
  submit,
  isSecond = false,
  work,
  children,
}: AuthFormProps<V>) {
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = form.onSubmit(async (values) => {
    setBusy(true);
    setMessage(null);
    const problem = await work(values);
    if (problem === null) return; // busy until the other page is there
    setMessage(problem);
    setBusy(false);
  });
  return (
    <form method="post" onSubmit={send} noValidate>
      <FormError message={message} />
      <Stack gap={16}>
        {children}
        <Button type="submit" fullWidth mt={4} loading={busy} variant={isSecond ? "default" : "filled"}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
