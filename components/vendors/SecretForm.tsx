import { Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { randomSecret } from "@/lib/client/random-secret";
import { SecretChange } from "@/lib/core/vendor";
import classes from "./VendorSecret.module.css";

interface SecretFormProps {
  /** What the field asks for: "Key", "Next key". */
  readonly label: string;
  readonly description: string;
  /** Ours to make up, rather than given by the vendor. */
  readonly canGenerate: boolean;
  readonly submit: string;
  readonly isBusy: boolean;
  readonly onSubmit: (secret: string) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** A secret goes in here and never comes out again. */
export function SecretForm({ label, description, canGenerate, submit, isBusy, onSubmit, onCancel }: SecretFormProps) {
  const t = useText();
  const [secret, setSecret] = useState("");
  const [isShown, setIsShown] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const enter = (text: string) => {
    setSecret(text);
    setProblem(null);
  };
  const generate = () => {
    enter(randomSecret());
    setIsShown(true);
  };
  return (
    <form
      method="post"
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = SecretChange.safeParse({ secret });
        if (parsed.success) onSubmit(parsed.data.secret);
        else setProblem(parsed.error.issues[0]?.message ?? t("This is no secret."));
      }}
    >
      <PasswordInput
        label={label}
        description={description}
        value={secret}
        onChange={(event) => enter(event.currentTarget.value)}
        visible={isShown}
        onVisibilityChange={setIsShown}
        visibilityToggleButtonProps={{ "aria-label": t("Show what is typed") }}
        error={problem}
        autoFocus={onCancel !== undefined}
        autoComplete="off"
        spellCheck={false}
        data-1p-ignore
        data-lpignore="true"
      />
      <div className={classes.actions}>
        <Button type="submit" loading={isBusy}>
          {submit}
        </Button>
        {canGenerate ? (
          <Button variant="default" onClick={generate} disabled={isBusy}>
            {t("Generate")}
          </Button>
        ) : null}
        {onCancel ? (
          <Button variant="subtle" color="gray" onClick={onCancel} disabled={isBusy}>
            {t("Cancel")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
