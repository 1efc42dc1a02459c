"use client";

import { Button, Divider, Stack } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { startAtProvider } from "@/lib/client/start-at-provider";
import { FormError } from "./FormError";

interface ProviderButtonProps {
  /** How people call the provider. */
  readonly name: string;
  /** Where to go after; checked by the server. */
  readonly next: string;
  /** Why the last try came to nothing. */
  readonly problem: string | null;
}

/** The way to the identity provider, above the local accounts. */
export function ProviderButton({ name, next, problem: last }: ProviderButtonProps) {
  const t = useText();
  const [problem, setProblem] = useState(last);
  const [isBusy, setIsBusy] = useState(false);
  const go = async () => {
    setIsBusy(true);
    const url = await startAtProvider(next);
    if (url !== null) return window.location.assign(url); // busy until the other page is there
    setIsBusy(false);
    setProblem(t("{name} does not answer. Try again, or use a password if you have one here.", { name }));
  };
  return (
    <Stack gap={16}>
      <FormError message={problem} />
      <Button fullWidth loading={isBusy} onClick={() => void go()}>
        {t("Sign in with {name}", { name })}
      </Button>
      <Divider label={t("or with a password")} labelPosition="center" />
    </Stack>
  );
}
