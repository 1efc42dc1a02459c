import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { useCreateToken } from "@/lib/client/use-tokens";
import { mayDo, TOKEN_SCOPES } from "@/lib/core/access";
import { type NewToken, TokenDraft } from "@/lib/core/api-token";
import classes from "./Tokens.module.css";
import { LIFETIMES, SCOPE_WORDS } from "./token-words";

interface TokenFormProps {
  readonly role: string;
  readonly onMade: (made: NewToken) => void;
  readonly onCancel: () => void;
}

/** What a new token is for, what it may do, and for how long. */
export function TokenForm({ role, onMade, onCancel }: TokenFormProps) {
  const t = useText();
  const create = useCreateToken();
  const form = useForm({
    initialValues: { name: "", scopes: ["floor:read", "space:read"] as string[], days: "90" },
    validate: (values) => {
      const parsed = TokenDraft.safeParse({ ...values, days: Number(values.days) });
      if (parsed.success) return {};
      const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
      return {
        ...(wrong.has("name") && { name: t("Say what it is for, in at most 100 characters.") }),
        ...(wrong.has("scopes") && { scopes: t("Choose at least one.") }),
      };
    },
  });
  const submit = form.onSubmit((values) =>
    create.mutate(TokenDraft.parse({ ...values, days: Number(values.days) }), { onSuccess: onMade }),
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label={t("New token")}>
      <FormError message={create.error?.message ?? null} />
      <TextInput
        label={t("What is it for?")}
        placeholder={t("Reception screen")}
        autoFocus
        maxLength={100}
        {...form.getInputProps("name")}
      />
      <Checkbox.Group label={t("It may")} {...form.getInputProps("scopes")}>
        <div className={classes.scopes}>
          {TOKEN_SCOPES.filter((scope) => mayDo(role, scope)).map((scope) => (
            <Checkbox key={scope} value={scope} label={t(SCOPE_WORDS[scope])} description={scope} />
          ))}
        </div>
      </Checkbox.Group>
      <Select
        label={t("It ends after")}
        data={LIFETIMES.map(({ value, label }) => ({ value, label: t(label) }))}
        allowDeselect={false}
        className={classes.days ?? ""}
        {...form.getInputProps("days")}
      />
      <div className={classes.actions}>
        <Button type="submit" loading={create.isPending}>
          {t("Make the token")}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={create.isPending}>
          {t("Cancel")}
        </Button>
      </div>
    </form>
  );
}
