import { Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import type { Told } from "@/lib/client/second-factor";
import classes from "./Account.module.css";

interface PasswordFormProps<T> {
  /** What follows, when that is not evident. */
  readonly lead?: string;
  readonly submit: string;
  readonly isDangerous?: boolean;
  readonly work: (password: string) => Promise<Told<T>>;
  readonly onDone: (result: T) => void;
  readonly onCancel: () => void;
  /** What leaving is called here. */
  readonly cancel?: string;
}

/** Asks for the password before something that a thief of the session must not do. */
export function PasswordForm<T>({
  lead,
  submit,
  isDangerous = false,
  work,
  onDone,
  onCancel,
  cancel,
}: PasswordFormProps<T>) {
  const t = useText();
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const send = async () => {
    setIsBusy(true);
    const told = await work(password);
    setIsBusy(false);
    if ("problem" in told) setProblem(told.problem);
    else onDone(told.done);
  };
  return (
    <form
      method="post"
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (password === "") setProblem(t("Enter your password."));
        else void send();
      }}
    >
      {lead ? <p>{lead}</p> : null}
      <FormError message={problem} />
      <PasswordInput
        label={t("Your password")}
        visibilityToggleButtonProps={{ "aria-label": t("Show what is typed") }}
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" loading={isBusy} {...(isDangerous ? { color: "red" } : {})}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={isBusy}>
          {cancel ?? t("Leave it")}
        </Button>
      </div>
    </form>
  );
}
