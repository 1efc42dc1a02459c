import { Anchor, Group, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { z } from "zod";
import { useText } from "@/components/text/TextProvider";
import { askSignIn, digitsOf } from "@/lib/client/second-factor";
import { AuthForm } from "./AuthForm";

interface SecondFactorFormProps {
  readonly onDone: () => void;
  /** Back to the password. */
  readonly onRestart: () => void;
}

/** What better-auth starts over for. */
const OVER = new Set(["INVALID_TWO_FACTOR_COOKIE", "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE", "CODE_USED"]);

/** The code of the app, or a backup code of somebody who does not have it at hand. */
export function SecondFactorForm({ onDone, onRestart }: SecondFactorFormProps) {
  const t = useText();
  const [kind, setKind] = useState<"totp" | "backup-code">("totp");
  const [isOver, setIsOver] = useState(false);
  const isApp = kind === "totp";
  const form = useForm({
    initialValues: { code: "" },
    validate: {
      code: (code) => {
        if (isApp) return digitsOf(code).length === 6 ? null : t("Enter the six digits that the app shows.");
        return code.trim() === "" ? t("Enter one of your backup codes.") : null;
      },
    },
  });
  const send = async ({ code }: { code: string }) => {
    const told = await askSignIn(
      `two-factor/verify-${kind}`,
      { code: isApp ? digitsOf(code) : code.trim() },
      z.unknown(),
    );
    if ("problem" in told) {
      setIsOver(OVER.has(told.code));
      return told.problem;
    }
    onDone();
    return null;
  };
  const switchKind = () => {
    form.reset();
    setKind(isApp ? "backup-code" : "totp");
  };
  return (
    <AuthForm key={kind} form={form} submit={t("Sign in")} work={send}>
      <TextInput
        label={isApp ? t("Code from your app") : t("Backup code")}
        description={isApp ? t("Six digits, new every 30 seconds.") : t("One of the ten you kept. It works once.")}
        inputMode={isApp ? "numeric" : "text"}
        autoComplete={isApp ? "one-time-code" : "off"}
        autoFocus
        {...form.getInputProps("code")}
      />
      <Group justify="space-between" gap={12}>
        <Anchor component="button" type="button" size="sm" onClick={switchKind}>
          {isApp ? t("Use a backup code") : t("Use the app")}
        </Anchor>
        {isOver ? (
          <Anchor component="button" type="button" size="sm" onClick={onRestart}>
            {t("Start again")}
          </Anchor>
        ) : null}
      </Group>
    </AuthForm>
  );
}
