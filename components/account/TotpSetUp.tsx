import { Button, TextInput } from "@mantine/core";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { z } from "zod";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { CopyText } from "@/components/vendors/CopyText";
import { askSignIn, digitsOf } from "@/lib/client/second-factor";
import classes from "./Account.module.css";

interface TotpSetUpProps {
  /** otpauth://… */
  readonly uri: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  /** What leaving is called here. */
  readonly cancel?: string;
}

/** The app learns the secret by the picture or by hand, and proves it with its first code. */
export function TotpSetUp({ uri, onDone, onCancel, cancel }: TotpSetUpProps) {
  const t = useText();
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const send = async () => {
    setIsBusy(true);
    const told = await askSignIn("two-factor/verify-totp", { code: digitsOf(code) }, z.unknown());
    setIsBusy(false);
    if ("problem" in told) setProblem(told.problem);
    else onDone();
  };
  return (
    <form
      method="post"
      noValidate
      className={classes.steps}
      onSubmit={(event) => {
        event.preventDefault();
        if (digitsOf(code).length !== 6) setProblem(t("Enter the six digits that the app shows."));
        else void send();
      }}
    >
      <div className={classes.scan}>
        <div className={classes.qr}>
          <QRCodeSVG value={uri} size={148} level="M" title={t("Picture for the app to scan")} />
        </div>
        <div className={classes.beside}>
          <p>{t("Scan this with the app, or type this key into it:")}</p>
          <CopyText label={t("key")} text={secret} />
        </div>
      </div>
      <FormError message={problem} />
      <TextInput
        label={t("Code from the app")}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        maw={200}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" loading={isBusy}>
          {t("Turn it on")}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={isBusy}>
          {cancel ?? t("Leave it")}
        </Button>
      </div>
    </form>
  );
}
